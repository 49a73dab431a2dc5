package com.onlinestore.components.helm;

import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Parts of Helm values that are the same in several charts, because they end in the same field of
 * Kubernetes.
 */
public final class ChartValues {

  private ChartValues() {}

  /**
   * Topology spread constraints: the pods with {@code labels} go to different zones and nodes where
   * that is possible. Never a must: with one zone no second pod would start.
   */
  public static List<Object> spread(Map<String, String> labels) {
    return List.of(
        over("topology.kubernetes.io/zone", labels), over("kubernetes.io/hostname", labels));
  }

  /**
   * The spec of a claim for a volume that one node mounts.
   *
   * @param storageClass null for the cluster's default class
   */
  public static Map<String, Object> claim(Quantity size, String storageClass) {
    Map<String, Object> spec = new TreeMap<>();
    spec.put("accessModes", List.of("ReadWriteOnce"));
    spec.put("resources", Map.of("requests", Map.of("storage", size.toString())));
    if (storageClass != null) {
      spec.put("storageClassName", storageClass);
    }
    return spec;
  }

  /**
   * The spec of an autoscaler by CPU, without what it scales.
   *
   * @param percent of what the pods request, on average
   */
  public static Map<String, Object> autoscaler(int least, int most, int percent) {
    Map<String, Object> target = Map.of("type", "Utilization", "averageUtilization", percent);
    Map<String, Object> metric =
        Map.of("type", "Resource", "resource", Map.of("name", "cpu", "target", target));
    return Map.of("minReplicas", least, "maxReplicas", most, "metrics", List.of(metric));
  }

  private static Map<String, Object> over(String topologyKey, Map<String, String> labels) {
    return Map.of(
        "maxSkew",
        1,
        "topologyKey",
        topologyKey,
        "whenUnsatisfiable",
        "ScheduleAnyway",
        "labelSelector",
        Map.of("matchLabels", labels));
  }
}
