package com.onlinestore.components.gateway;

import com.onlinestore.components.cluster.ClusterFacts;
import com.onlinestore.components.helm.ChartValues;
import com.onlinestore.components.kubernetes.Manifests;
import com.onlinestore.components.settings.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The Helm values of a gateway: an Envoy that istiod injects, behind the cluster's kind of door.
 */
record GatewayValues(String name, GatewaySettings settings, Profile profile, ClusterFacts facts) {

  private static final int DRAIN_SECONDS = 45;

  /** When certificates end, which is told of (GatewayCertificateEnding); Istio leaves it out. */
  private static final String CERTIFICATES =
      "listener\\..*\\.ssl\\.certificate\\..*\\.expiration_unix_time_seconds";

  Map<String, Object> all() {
    Map<String, Object> values = new TreeMap<>();
    values.put("name", name);
    values.put("service", service());
    values.put("autoscaling", autoscaling());
    values.put(
        "podDisruptionBudget",
        Map.of("maxUnavailable", 1, "unhealthyPodEvictionPolicy", "AlwaysAllow"));
    values.put(
        "resources",
        Map.of(
            "requests", Map.of("cpu", "100m", "memory", "128Mi"),
            "limits", Map.of("cpu", "2", "memory", "1Gi")));
    values.put("securityContext", podSecurity());
    values.put("topologySpreadConstraints", ChartValues.spread(StoreGateway.podLabels(name)));
    values.put("terminationGracePeriodSeconds", DRAIN_SECONDS + 15);
    values.put("podAnnotations", Map.of("proxy.istio.io/config", Manifests.toJson(proxyConfig())));
    return values;
  }

  private Map<String, Object> proxyConfig() {
    Map<String, Object> config = new TreeMap<>();
    config.put("terminationDrainDuration", DRAIN_SECONDS + "s");
    if (settings.trustedProxies() > 0) {
      config.put("gatewayTopology", Map.of("numTrustedProxies", settings.trustedProxies()));
    }
    if (settings.tlsSecret() != null) {
      config.put("proxyStatsMatcher", Map.of("inclusionRegexps", List.of(CERTIFICATES)));
    }
    return config;
  }

  private Map<String, Object> service() {
    Map<String, Object> service = new TreeMap<>();
    service.put("type", facts.loadBalancers() ? "LoadBalancer" : "NodePort");
    service.put("ports", ports());
    if (facts.loadBalancers()) {
      // Keeps the client's address, which rate limits and access logs need.
      service.put("externalTrafficPolicy", "Local");
      service.put(
          "annotations",
          settings.internal()
              ? facts.internalLoadBalancerAnnotations()
              : facts.loadBalancerAnnotations());
    }
    return service;
  }

  private List<Object> ports() {
    List<Object> ports = new ArrayList<>();
    ports.add(port("http2", 80));
    if (settings.tlsSecret() != null) {
      ports.add(port("https", 443));
    }
    return ports;
  }

  private static Map<String, Object> port(String name, int number) {
    return Map.of("name", name, "port", number, "protocol", "TCP", "targetPort", number);
  }

  private Map<String, Object> autoscaling() {
    boolean prod = profile == Profile.PROD;
    return Map.of(
        "enabled",
        true,
        "minReplicas",
        prod ? 2 : 1,
        "maxReplicas",
        prod ? 6 : 2,
        "targetCPUUtilizationPercentage",
        75);
  }

  /** Replaces the chart's own pod context, so its permission for ports below 1024 is said again. */
  private static Map<String, Object> podSecurity() {
    return Map.of(
        "seccompProfile",
        Map.of("type", "RuntimeDefault"),
        "sysctls",
        List.of(Map.of("name", "net.ipv4.ip_unprivileged_port_start", "value", "0")));
  }
}
