package com.onlinestore.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A Helm release in a plan.
 *
 * @param urn the resource it comes from
 * @param name its name for Helm, or in the program where Helm is to choose one
 * @param namespace where it is installed
 * @param version of the chart; empty for the newest
 * @param repository address of the chart's repository; empty where the chart is an address or
 *     folder
 * @param values what is set over the chart's defaults
 */
public record PlannedRelease(
    String urn,
    String name,
    String namespace,
    String chart,
    String version,
    String repository,
    JsonNode values) {

  public static boolean isRelease(PlannedResource resource) {
    return resource.type().equals("kubernetes:helm.sh/v3:Release");
  }

  /** All releases of a plan, in its order. */
  public static List<PlannedRelease> of(Plan plan) {
    return plan.resources().stream()
        .filter(PlannedRelease::isRelease)
        .map(PlannedRelease::of)
        .toList();
  }

  private static PlannedRelease of(PlannedResource resource) {
    JsonNode inputs = resource.inputs();
    return new PlannedRelease(
        resource.urn(),
        inputs.path("name").asText(resource.name()),
        inputs.path("namespace").asText("default"),
        inputs.path("chart").asText(),
        inputs.path("version").asText(),
        inputs.path("repositoryOpts").path("repo").asText(),
        inputs.path("values"));
  }
}
