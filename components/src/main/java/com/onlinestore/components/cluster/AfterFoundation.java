package com.onlinestore.components.cluster;

import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import com.pulumi.resources.ResourceOptions;
import com.pulumi.resources.ResourceTransformation;
import java.util.List;
import java.util.Optional;

/**
 * Makes what comes first below a component wait for a cluster's foundation, because Pulumi hands a
 * component's {@code dependsOn} to none of its children. What waits for another resource by itself
 * waits for the foundation by way of it.
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
    Output<List<Resource>> first =
        options.getDependsOn().applyValue(own -> own.isEmpty() ? foundation : List.of());
    return options instanceof CustomResourceOptions custom
        ? CustomResourceOptions.merge(
            custom, CustomResourceOptions.builder().dependsOn(first).build())
        : options;
  }
}
