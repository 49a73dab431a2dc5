package com.onlinestore.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class RepeatedPlanTest {

  @RepeatedTest(3)
  void givesTheSamePlanEachTimeInOneProcess() {
    assertThat(plan("dev")).isEqualTo(plan("dev"));
  }

  @Test
  void keepsPlansApartThatRunAtTheSameTime() {
    List<Plan> plans = IntStream.range(0, 12).parallel().mapToObj(i -> plan("stack" + i)).toList();

    Plan expected = plan("dev");
    for (int i = 0; i < plans.size(); i++) {
      String stack = "stack" + i;
      assertThat(plans.get(i).resources())
          .extracting(PlannedResource::urn)
          .containsExactlyElementsOf(
              expected.resources().stream().map(each -> each.urn().replace("dev", stack)).toList());
      assertThat(plans.get(i).outputs())
          .isEqualTo(Map.of("last", urnOfLast().replace("dev", stack)));
    }
  }

  @Test
  void failsLoudlyOnAnOutputOfAnEarlierRun() {
    var kept = new AtomicReference<Output<String>>();
    Plans.of(context -> kept.set(Output.of("kept")));

    assertThatThrownBy(
            () ->
                Plans.of(
                    context ->
                        kept.get()
                            .applyValue(
                                name -> ToyObject.configMap(name, CustomResourceOptions.Empty))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "The program used an Output of an earlier run; keep no Output in a static field.");
  }

  private static Plan plan(String stack) {
    return Planner.plan("online-store", stack, Map.of(), Set.of(), program());
  }

  private static String urnOfLast() {
    return Plans.urn(Plans.CONFIG_MAP, "last");
  }

  /** Registers resources wherever a program can, also when a value of another is known. */
  private static Consumer<Context> program() {
    return context -> {
      for (int i = 0; i < 10; i++) {
        var component = new ToyComponent("c" + i);
        var first = ToyObject.configMap("first" + i, component.child().build());
        var second = ToyObject.configMap("second" + i, component.child().dependsOn(first).build());
        String late = "late" + i;
        Output.tuple(first.urn(), second.urn(), component.urn())
            .applyValue(urns -> ToyObject.configMap(late, component.child().build()));
        first.urn().applyValue(urn -> new ToyComponent(late));
      }
      Output<ToyObject> last =
          Output.of("last")
              .applyValue(name -> ToyObject.configMap(name, CustomResourceOptions.Empty));
      context.export("last", last.apply(ToyObject::urn));
    };
  }
}
