package com.onlinestore.plan.mesh;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A Helm release.
 *
 * @param name of the release
 * @param namespace where it is installed
 * @param chart name or address
 * @param values what is set over the chart's defaults
 */
public record MeshRelease(String name, String namespace, String chart, JsonNode values) {

  /** Whether it is Istio's chart of gateway pods, the only one whose objects are known here. */
  boolean isGateway() {
    return isOf("gateway");
  }

  /** Whether it is of this chart, from wherever the chart comes. */
  boolean isOf(String chartName) {
    return chart.equals(chartName)
        || chart.endsWith("/" + chartName)
        || chart.matches(".*/" + chartName + "-[0-9.]+\\.tgz");
  }

  /** The name that the chart gives to whatever it makes. */
  String fullName() {
    return values.path("name").asText(name);
  }
}
