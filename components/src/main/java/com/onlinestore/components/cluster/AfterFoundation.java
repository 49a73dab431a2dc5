package com.onlinestore.components.cluster;

import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import com.pulumi.resources.ResourceOptions;
import com.pulumi.resources.ResourceTransformation;
import java.util.List;
import java.util.Optional;

/**
 * Makes each resource below a component wait for a cluster's foundation, because Pulumi hands a
 * component's {@code dependsOn} to none of its children.
 */
record AfterFoundation(List<Resource> foundation) implements ResourceTransformation {

  AfterFoundation {
    foundation = List.copyOf(foundation);
  }

  @Override
  public Optional<Result> apply(Args resource) {
    return foundation.isEmpty()
        ? Optional.empty()
        : Optional.of(new Result(resource.args(), after(resource.options())));
  }

  private ResourceOptions after(ResourceOptions options) {
    if (options instanceof CustomResourceOptions custom) {
      return CustomResourceOptions.merge(
          custom, CustomResourceOptions.builder().dependsOn(foundation).build());
    }
    return ComponentResourceOptions.merge(
        (ComponentResourceOptions) options,
        ComponentResourceOptions.builder().dependsOn(foundation).build());
  }
}
