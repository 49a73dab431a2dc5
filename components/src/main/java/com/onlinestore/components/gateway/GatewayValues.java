package com.onlinestore.components.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The Helm values of a gateway: an Envoy that istiod injects, behind the cluster's kind of door.
 */
record GatewayValues(GatewayPods pods) {

  Map<String, Object> all() {
    Map<String, Object> values = new TreeMap<>();
    values.put("name", pods.gateway());
    values.put("service", service());
    values.put("autoscaling", autoscaling());
    values.put("podDisruptionBudget", pods.disruptionBudget());
    values.put("resources", pods.resources());
    // Replaces the chart's own.
    values.put("securityContext", pods.security());
    values.put("topologySpreadConstraints", pods.spread());
    values.put("terminationGracePeriodSeconds", pods.graceSeconds());
    values.put("podAnnotations", pods.annotations());
    return values;
  }

  private Map<String, Object> service() {
    Map<String, Object> service = new TreeMap<>(pods.trafficPolicy());
    service.put("type", pods.serviceType());
    service.put("ports", ports());
    if (!pods.serviceAnnotations().isEmpty()) {
      service.put("annotations", pods.serviceAnnotations());
    }
    return service;
  }

  private List<Object> ports() {
    List<Object> ports = new ArrayList<>();
    ports.add(port("http2", 80));
    if (pods.settings().tlsSecret() != null) {
      ports.add(port("https", 443));
    }
    return ports;
  }

  private static Map<String, Object> port(String name, int number) {
    return Map.of("name", name, "port", number, "protocol", "TCP", "targetPort", number);
  }

  private Map<String, Object> autoscaling() {
    return Map.of(
        "enabled",
        true,
        "minReplicas",
        pods.leastReplicas(),
        "maxReplicas",
        pods.mostReplicas(),
        "targetCPUUtilizationPercentage",
        GatewayPods.CPU_PERCENT);
  }
}
