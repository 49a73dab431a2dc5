package com.onlinestore.components.gateway;

import com.onlinestore.components.cluster.ClusterFacts;
import com.onlinestore.components.helm.ChartValues;
import com.onlinestore.components.kubernetes.Manifests;
import com.onlinestore.components.settings.Profile;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the gateway's proxies run and what kind of door is before them, whoever makes them: the
 * fragments are those of Kubernetes' own objects.
 */
record GatewayPods(String gateway, GatewaySettings settings, Profile profile, ClusterFacts facts) {

  static final int CPU_PERCENT = 75;

  private static final int DRAIN_SECONDS = 45;

  /** When certificates end, which is told of (GatewayCertificateEnding); Istio leaves it out. */
  private static final String CERTIFICATES =
      "listener\\..*\\.ssl\\.certificate\\..*\\.expiration_unix_time_seconds";

  int leastReplicas() {
    return profile == Profile.PROD ? 2 : 1;
  }

  int mostReplicas() {
    return profile == Profile.PROD ? 6 : 2;
  }

  int graceSeconds() {
    return DRAIN_SECONDS + 15;
  }

  Map<String, String> annotations() {
    Map<String, Object> config = new TreeMap<>();
    config.put("terminationDrainDuration", DRAIN_SECONDS + "s");
    if (settings.trustedProxies() > 0) {
      config.put("gatewayTopology", Map.of("numTrustedProxies", settings.trustedProxies()));
    }
    if (settings.tlsSecret() != null) {
      config.put("proxyStatsMatcher", Map.of("inclusionRegexps", List.of(CERTIFICATES)));
    }
    return Map.of("proxy.istio.io/config", Manifests.toJson(config));
  }

  Map<String, Object> resources() {
    return Map.of(
        "requests", Map.of("cpu", "100m", "memory", "128Mi"),
        "limits", Map.of("cpu", "2", "memory", "1Gi"));
  }

  Map<String, Object> disruptionBudget() {
    return Map.of("maxUnavailable", 1, "unhealthyPodEvictionPolicy", "AlwaysAllow");
  }

  List<Object> spread() {
    return ChartValues.spread(StoreGateway.podLabels(gateway));
  }

  /** Without the permission it could not listen on ports below 1024. */
  Map<String, Object> security() {
    return Map.of(
        "seccompProfile",
        Map.of("type", "RuntimeDefault"),
        "sysctls",
        List.of(Map.of("name", "net.ipv4.ip_unprivileged_port_start", "value", "0")));
  }

  String serviceType() {
    return facts.loadBalancers() ? "LoadBalancer" : "NodePort";
  }

  /** Keeps the client's address, which rate limits and access logs need. */
  Map<String, Object> trafficPolicy() {
    return facts.loadBalancers() ? Map.of("externalTrafficPolicy", "Local") : Map.of();
  }

  /** What makes the load balancer the right kind. */
  Map<String, String> serviceAnnotations() {
    if (!facts.loadBalancers()) {
      return Map.of();
    }
    return settings.internal()
        ? facts.internalLoadBalancerAnnotations()
        : facts.loadBalancerAnnotations();
  }
}
