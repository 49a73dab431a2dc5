package com.onlinestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.onlinestore.errors.StackFileError;
import com.pulumi.Context;
import com.pulumi.exceptions.RunException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

class RehearsedRunTest {

  private static final String KEY = "online-store:store";

  /** Its gateway breaks a mandatory policy. */
  private static final String REFUSED =
      """
      {"services": {"cart": {"image": "acme/cart:1"}},
       "gateway": {"hosts": ["shop.example.com"], "plainHttp": true,
         "routes": [{"path": "/", "service": "cart"}]}}
      """;

  private final List<String> ran = new ArrayList<>();
  private final ByteArrayOutputStream aside = new ByteArrayOutputStream();

  @Test
  void anUpdateThatIsRefusedRunsNothing() {
    assertThatThrownBy(() -> run(REFUSED, false, RehearsedRunTest::toTheEnd))
        .isInstanceOf(RunException.class)
        .hasMessageStartingWith("Mandatory policies are broken, so nothing was created:");
    assertThat(ran).isEmpty();
    assertThat(aside.size()).isZero();
  }

  @Test
  void aPreviewThatIsRefusedRunsFirst() {
    assertThatThrownBy(() -> run(REFUSED, true, RehearsedRunTest::toTheEnd))
        .isInstanceOf(RunException.class)
        .hasMessageStartingWith("Mandatory policies are broken, so nothing was created:");
    assertThat(ran).containsExactly("program");
    assertThat(aside.size()).isZero();
  }

  @Test
  void aPreviewThatEndsBeforeItsProgramTellsTheRefusalAllTheSame() {
    assertThat(run(REFUSED, true, program -> 32)).isEqualTo(32);
    assertThat(aside.toString(StandardCharsets.UTF_8))
        .startsWith("Mandatory policies are broken, so nothing was created:\n")
        .contains("mandatory exposure/plain-http");
  }

  /** Both find it, and a person reads it once. */
  @Test
  void aMistakeThatAPreviewFindsItselfIsToldByItAlone() {
    String mistake =
        """
        The stack file has a problem:
          online-store:store service: is not a setting. Did you mean "services"?""";

    assertThat(refusing(mistake)).isEqualTo(mistake);
    assertThat(aside.size()).isZero();
    assertThat(refusing("something else")).isEqualTo("something else");
    assertThat(aside.toString(StandardCharsets.UTF_8)).isEqualTo(mistake + "\n");
  }

  private String refusing(String mistake) {
    StringBuilder told = new StringBuilder();
    Consumer<Context> program =
        context -> {
          throw new StackFileError(mistake);
        };
    run("{\"service\": {}}", true, program, each -> failing(each, told));
    return told.toString();
  }

  private static int failing(Consumer<Context> program, StringBuilder told) {
    try {
      program.accept(null);
      return 0;
    } catch (RunException e) {
      told.append(e.getMessage());
      return 1;
    }
  }

  @Test
  void whatIsNotRefusedRunsOnce() {
    assertThat(run("{}", false, RehearsedRunTest::toTheEnd)).isZero();
    assertThat(run("{}", true, RehearsedRunTest::toTheEnd)).isZero();
    assertThat(ran).containsExactly("program", "program");
    assertThat(aside.size()).isZero();
  }

  private int run(String store, boolean preview, ToIntFunction<Consumer<Context>> engine) {
    return run(store, preview, context -> ran.add("program"), engine);
  }

  private int run(
      String store,
      boolean preview,
      Consumer<Context> program,
      ToIntFunction<Consumer<Context>> engine) {
    Rehearsal rehearsal =
        Rehearsal.begin(
            "online-store",
            "dev",
            Map.of(KEY, store),
            Set.of(),
            OnlineStore.program(Set.of(KEY), Set.of()),
            LocalDate.of(2026, 11, 21));
    return new RehearsedRun(rehearsal, preview)
        .of(program, engine, new PrintStream(aside, true, StandardCharsets.UTF_8));
  }

  private static int toTheEnd(Consumer<Context> program) {
    program.accept(null);
    return 0;
  }
}
