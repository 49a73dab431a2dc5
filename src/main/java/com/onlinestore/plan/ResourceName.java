package com.onlinestore.plan;

/** What people call a resource: by its name in the cluster or in the cloud, not in the program. */
public final class ResourceName {

  private ResourceName() {}

  /** As in {@code Deployment store/orders-v1} or {@code Cluster online-store-prod}. */
  public static String of(PlannedResource resource) {
    if (PlannedRelease.isRelease(resource)) {
      return "Release %s/%s"
          .formatted(
              resource.inputs().path("namespace").asText("default"),
              resource.inputs().path("name").asText(resource.name()));
    }
    return Manifest.of(resource)
        .map(object -> object.kind() + " " + object.path())
        .orElseGet(() -> resource.kind() + " " + resource.name());
  }
}
