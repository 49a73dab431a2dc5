package com.onlinestore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

  @Test
  void whatIsNotRefusedRunsOnce() {
    assertThat(run("{}", false, RehearsedRunTest::toTheEnd)).isZero();
    assertThat(run("{}", true, RehearsedRunTest::toTheEnd)).isZero();
    assertThat(ran).containsExactly("program", "program");
    assertThat(aside.size()).isZero();
  }

  private int run(String store, boolean preview, ToIntFunction<Consumer<Context>> engine) {
    Rehearsal rehearsal =
        Rehearsal.begin(
            "online-store",
            "dev",
            Map.of(KEY, store),
            Set.of(),
            OnlineStore.program(Set.of(KEY), Set.of()),
            LocalDate.of(2026, 11, 21));
    return new RehearsedRun(rehearsal, preview)
        .of(
            context -> ran.add("program"),
            engine,
            new PrintStream(aside, true, StandardCharsets.UTF_8));
  }

  private static int toTheEnd(Consumer<Context> program) {
    program.accept(null);
    return 0;
  }
}
