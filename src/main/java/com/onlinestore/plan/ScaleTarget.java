package com.onlinestore.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What an autoscaler scales.
 *
 * @param namespace of both
 * @param kind as in {@code Deployment}
 * @param name of the workload
 */
public record ScaleTarget(String namespace, String kind, String name) {

  /** A kind of object that decides how many pods another one has. */
  public static final String AUTOSCALER = "HorizontalPodAutoscaler";

  /** What an autoscaler names. */
  public static ScaleTarget of(Manifest autoscaler) {
    JsonNode target = autoscaler.content().at("/spec/scaleTargetRef");
    return new ScaleTarget(
        autoscaler.namespace(), target.path("kind").asText(), target.path("name").asText());
  }

  /** The workload itself, as an autoscaler would name it. */
  public static ScaleTarget itself(Manifest workload) {
    return new ScaleTarget(workload.namespace(), workload.kind(), workload.name());
  }

  /** The autoscalers among some objects, in their order, by what they scale. */
  public static Map<ScaleTarget, List<Manifest>> autoscalers(List<Manifest> manifests) {
    return manifests.stream()
        .filter(each -> each.kind().equals(AUTOSCALER))
        .collect(Collectors.groupingBy(ScaleTarget::of));
  }
}
