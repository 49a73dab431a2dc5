package com.onlinestore.components.gateway;

import com.onlinestore.components.helm.ChartValues;
import com.onlinestore.components.kubernetes.Manifests;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What istiod is told of the objects that it makes for a Gateway: a strategic merge patch for each,
 * as text in a ConfigMap. The trap: nobody checks it. istiod writes a mistake into its log and
 * makes nothing.
 */
record GatewayParameters(GatewayPods pods) {

  /**
   * Each as JSON, which is YAML too. An autoscaler and a budget are made because they are named.
   */
  ConfigMap configMap(ObjectMeta metadata) {
    return new ConfigMapBuilder()
        .withMetadata(metadata)
        .addToData("deployment", patch(deployment()))
        .addToData("service", patch(service()))
        .addToData(
            "horizontalPodAutoscaler",
            patch(
                ChartValues.autoscaler(
                    pods.leastReplicas(), pods.mostReplicas(), GatewayPods.CPU_PERCENT)))
        .addToData("podDisruptionBudget", patch(pods.disruptionBudget()))
        .build();
  }

  private Map<String, Object> deployment() {
    Map<String, Object> pod = new TreeMap<>();
    pod.put("securityContext", pods.security());
    pod.put("topologySpreadConstraints", pods.spread());
    pod.put("terminationGracePeriodSeconds", pods.graceSeconds());
    pod.put("containers", List.of(Map.of("name", "istio-proxy", "resources", pods.resources())));
    return Map.of(
        "template", Map.of("metadata", Map.of("annotations", pods.annotations()), "spec", pod));
  }

  /** istiod would open the port for the question whether a pod is well to everybody. */
  private Map<String, Object> service() {
    Map<String, Object> service = new TreeMap<>(pods.trafficPolicy());
    service.put("ports", List.of(Map.of("$patch", "delete", "port", GatewayPolicies.HEALTH)));
    return service;
  }

  private static String patch(Map<String, Object> spec) {
    return Manifests.toJson(Map.of("spec", spec));
  }
}
