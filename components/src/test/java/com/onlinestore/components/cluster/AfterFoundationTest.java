package com.onlinestore.components.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Recording;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import com.pulumi.resources.ResourceArgs;
import java.util.List;
import org.junit.jupiter.api.Test;

class AfterFoundationTest {

  @Test
  void whatWaitsForNothingElseWaitsForTheFoundationHoweverDeep() {
    Recording recording =
        Recording.of(
            () -> {
              Resource controller = thing("controller", null);
              Group outer = new Group("outer", null, List.of(controller));
              Group inner = new Group("inner", outer, List.of());
              thing("direct", outer);
              thing("deep", inner);
            });

    assertThat(recording.get("direct").dependencies()).containsExactly("controller");
    assertThat(recording.get("deep").dependencies()).containsExactly("controller");
  }

  /** It waits by way of the first; one edge more doubles the ways that the engine walks. */
  @Test
  void whatWaitsForAnotherResourceGetsNoEdgeOfItsOwn() {
    Recording recording =
        Recording.of(
            () -> {
              Resource controller = thing("controller", null);
              Group group = new Group("group", null, List.of(controller));
              Resource first = thing("first", group);
              new CustomResource(
                  "toy:index:Thing",
                  "second",
                  ResourceArgs.Empty,
                  CustomResourceOptions.builder().parent(group).dependsOn(first).build());
            });

    assertThat(recording.get("first").dependencies()).containsExactly("controller");
    assertThat(recording.get("second").dependencies()).containsExactly("first");
  }

  @Test
  void waitsForEveryPartOfTheFoundation() {
    Recording recording =
        Recording.of(
            () -> {
              List<Resource> foundation = List.of(thing("nodes", null), thing("class", null));
              thing("object", new Group("group", null, foundation));
            });

    assertThat(recording.get("object").dependencies()).containsExactly("class", "nodes");
    assertThat(recording.get("group").dependencies()).isEmpty();
  }

  @Test
  void withoutAFoundationNothingWaits() {
    Recording recording = Recording.of(() -> thing("object", new Group("group", null, List.of())));

    assertThat(recording.get("object").dependencies()).isEmpty();
  }

  private static Resource thing(String name, Resource parent) {
    return new CustomResource(
        "toy:index:Thing",
        name,
        ResourceArgs.Empty,
        CustomResourceOptions.builder().parent(parent).build());
  }

  private static final class Group extends ComponentResource {

    Group(String name, Resource parent, List<Resource> foundation) {
      super(
          "toy:index:Group",
          name,
          ComponentResourceOptions.builder()
              .parent(parent)
              .resourceTransformations(new AfterFoundation(foundation))
              .build());
    }
  }
}
