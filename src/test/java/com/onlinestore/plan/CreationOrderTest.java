package com.onlinestore.plan;

import static com.onlinestore.plan.Plans.STACK_URN;
import static com.onlinestore.plan.Plans.resource;
import static com.onlinestore.plan.Plans.stack;
import static com.onlinestore.plan.Plans.urn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CreationOrderTest {

  private static final String COMPONENT = "online-store:toy:ToyComponent";

  private final PlannedResource database = resource(COMPONENT, "database", "{}");
  private final PlannedResource disk = toy("disk", database.urn());
  private final PlannedResource backup = toy("backup", database.urn(), disk.urn());
  private final PlannedResource api = toy("api", STACK_URN, backup.urn(), urn("toy", "looked-up"));
  private final PlannedResource alone = toy("alone", STACK_URN);
  private final List<PlannedResource> all = List.of(stack(), database, disk, backup, api, alone);

  @Test
  void putsEachResourceAfterWhatItNeedsAndOtherwiseSortsByUrn() {
    List<PlannedResource> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, new Random(7));

    assertThat(CreationOrder.sort(shuffled))
        .extracting(PlannedResource::name)
        .containsExactly("online-store-dev", "database", "alone", "disk", "backup", "api");
  }

  @Test
  void countsStepsOfWhatIsReallyCreated() {
    assertThat(CreationOrder.steps(CreationOrder.sort(all)))
        .extracting(step -> step.stream().map(PlannedResource::name).toList())
        .containsExactly(List.of("alone", "disk"), List.of("backup"), List.of("api"));
  }

  @Test
  void refusesACircle() {
    var first = toy("first", STACK_URN, urn("toy", "second"));
    var second = toy("second", STACK_URN, urn("toy", "first"));

    assertThatThrownBy(() -> CreationOrder.sort(List.of(stack(), first, second)))
        .hasMessage("Resources depend on each other in a circle.");
  }

  private static PlannedResource toy(String name, String parent, String... dependencies) {
    return resource("toy", name, parent, List.of(dependencies), "{}");
  }
}
