package com.onlinestore.review.difference;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.PlannedStack;
import com.onlinestore.plan.Plan;
import com.onlinestore.plan.PlanFacts;
import com.onlinestore.plan.PlannedResource;
import com.onlinestore.review.risk.Risks;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DifferenceTest {

  static List<Path> stackFiles() {
    return Stream.concat(
            PlannedStack.examples().stream(),
            Stream.of("local", "dev", "prod", "gke")
                .map(name -> Path.of("../Pulumi." + name + ".yaml")))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("stackFiles")
  void oneProgramPlannedTwiceDiffersInNothing(Path file) {
    Plan before = PlannedStack.of(file);
    Plan after = PlannedStack.again(file);
    Difference difference = Difference.between(before, after);

    assertThat(difference.changes()).isEmpty();
    assertThat(Risks.of(difference, PlanFacts.of(before), PlanFacts.of(after))).isEmpty();
  }

  @Test
  void stacksOfAnotherNameAreComparedAllTheSame() {
    Path file = Path.of("../Pulumi.local.yaml");
    Difference difference =
        Difference.between(PlannedStack.of("a", file), PlannedStack.of("b", file));

    assertThat(difference.changes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "dev", "prod", "gke"})
  void theTableKnowsEveryTypeOfTheShippedStacks(String stack) {
    Set<String> unknown =
        PlannedStack.shipped(stack).resources().stream()
            .filter(PlannedResource::custom)
            .map(PlannedResource::type)
            .filter(type -> !Replacements.shipped().knows(type))
            .collect(Collectors.toSet());

    assertThat(unknown).isEmpty();
  }

  @Test
  void whatComesAndGoesIsTheOppositeTheOtherWayRound() {
    Plan small = PlannedStack.shipped("local");
    Plan large = PlannedStack.example("limits");

    Difference there = Difference.between(small, large);
    Difference back = Difference.between(large, small);

    assertThat(names(there, Change.Kind.ADD))
        .isNotEmpty()
        .isEqualTo(names(back, Change.Kind.REMOVE));
    assertThat(names(there, Change.Kind.REMOVE)).isEqualTo(names(back, Change.Kind.ADD));
  }

  private static List<String> names(Difference difference, Change.Kind kind) {
    return difference.of(kind).stream().map(Change::name).toList();
  }
}
