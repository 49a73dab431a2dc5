package com.onlinestore.plan;

import com.onlinestore.plan.cloud.CloudResource;
import java.util.stream.Stream;

/** The resources of a plan as what is known of clouds takes them. */
final class CloudResources {

  private CloudResources() {}

  static Stream<CloudResource> of(Plan plan) {
    return plan.resources().stream()
        .filter(PlannedResource::custom)
        .map(each -> new CloudResource(each.type(), each.name(), each.inputs()));
  }
}
