package com.onlinestore.components.mesh;

import com.onlinestore.components.cluster.ClusterFacts;
import com.onlinestore.components.helm.ChartValues;
import com.onlinestore.components.helm.Mirrors;
import com.onlinestore.components.kubernetes.ContainerResources;
import com.onlinestore.components.mesh.istio.VirtualService.Retries;
import com.onlinestore.components.settings.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The Helm values of Istio's charts. */
record IstioValues(
    MeshMode mode,
    ContainerResources proxy,
    Profile profile,
    ClusterFacts facts,
    Mirrors mirrors,
    PolicyScope scope,
    Optional<TracingCollector> collector,
    List<ExternalAuthorizer> authorizers) {

  /** The name under which the mesh knows its trace collector. */
  static final String TRACING_PROVIDER = "store-traces";

  /** Istio's own set of values for ambient mode. */
  private static final String PROFILE = "ambient";

  private static final Map<String, Object> SECCOMP = Map.of("type", "RuntimeDefault");

  /**
   * The CRDs' chart.
   *
   * @param followed the revision that checks what people write
   */
  Map<String, Object> base(String followed) {
    Map<String, Object> values = platform();
    if (!followed.equals(ControlPlanes.DEFAULT)) {
      values.put("defaultRevision", followed);
    }
    return values;
  }

  Map<String, Object> cni() {
    Map<String, Object> values = platform();
    values.put("seccompProfile", SECCOMP);
    values.put("resources", Map.of("requests", Map.of("cpu", "50m", "memory", "100Mi")));
    if (mode == MeshMode.AMBIENT) {
      values.put("profile", PROFILE);
    }
    return values;
  }

  /** The proxies of the nodes, each with room for the connections of all its pods. */
  Map<String, Object> ztunnel() {
    Map<String, Object> values = new TreeMap<>();
    if (facts.istioPlatform() != null) {
      values.put("platform", facts.istioPlatform());
    }
    mirrors.registry().ifPresent(registry -> values.put("hub", registry + "/release"));
    values.put("istioNamespace", MeshSettings.ISTIO_SYSTEM);
    values.put(
        "resources",
        Map.of(
            "requests", Map.of("cpu", "100m", "memory", "256Mi"),
            "limits", Map.of("memory", "1Gi")));
    return values;
  }

  Map<String, Object> istiod(String revision) {
    Map<String, Object> values = new TreeMap<>();
    Map<String, String> pods = new TreeMap<>(Map.of("app", "istiod"));
    if (!revision.equals(ControlPlanes.DEFAULT)) {
      values.put("revision", revision);
      pods.put("istio.io/rev", revision);
    }
    if (mode == MeshMode.AMBIENT) {
      values.put("profile", PROFILE);
      values.put("trustedZtunnelNamespace", IstioMesh.AGENTS_NAMESPACE);
    }
    values.put("global", global());
    values.put("cni", Map.of("enabled", true));
    values.put("seccompProfile", SECCOMP);
    values.put("meshConfig", meshConfig());
    values.put("resources", resources());
    values.put("autoscaleMin", profile == Profile.PROD ? 2 : 1);
    values.put("autoscaleMax", profile == Profile.PROD ? 5 : 2);
    values.put("pdb", Map.of("minAvailable", 1, "unhealthyPodEvictionPolicy", "AlwaysAllow"));
    if (profile == Profile.PROD) {
      values.put("topologySpreadConstraints", ChartValues.spread(pods));
    }
    return values;
  }

  private Map<String, Object> global() {
    Map<String, Object> global = new TreeMap<>(globalPlatform());
    if (mode == MeshMode.SIDECAR) {
      global.put("proxy", Map.of("resources", proxy.asValues()));
    }
    return global;
  }

  private Map<String, Object> platform() {
    Map<String, Object> global = globalPlatform();
    return global.isEmpty() ? new TreeMap<>() : new TreeMap<>(Map.of("global", global));
  }

  private Map<String, Object> globalPlatform() {
    Map<String, Object> global = new TreeMap<>();
    if (facts.istioPlatform() != null) {
      global.put("platform", facts.istioPlatform());
    }
    mirrors.registry().ifPresent(registry -> global.put("hub", registry + "/release"));
    return global;
  }

  private Map<String, Object> meshConfig() {
    Map<String, Object> config = new TreeMap<>();
    config.put("accessLogFile", "/dev/stdout");
    config.put("accessLogEncoding", "JSON");
    config.put("accessLogFormat", AccessLog.FORMAT);
    config.put("enablePrometheusMerge", true);
    Map<String, Object> proxies = new TreeMap<>();
    if (mode == MeshMode.SIDECAR) {
      proxies.put("holdApplicationUntilProxyStarts", true);
    }
    // Policies and routes judge a path, so //orders and /a%2F..%2Forders must be /orders by then.
    config.put("pathNormalization", Map.of("normalization", "DECODE_AND_MERGE_SLASHES"));
    // Where a route says nothing of retries, as HTTPRoutes cannot, only what never arrived is tried
    // again: Istio's own default also repeats what a service may have acted on.
    config.put("defaultHttpRetryPolicy", Map.of("attempts", 2, "retryOn", Retries.SAFE_CONDITIONS));
    if (scope == PolicyScope.MESH) {
      config.put("outboundTrafficPolicy", Map.of("mode", "REGISTRY_ONLY"));
    }
    List<Object> providers = new ArrayList<>();
    collector.ifPresent(
        to -> {
          config.put("enableTracing", true);
          // As programs call themselves: one service is one name in a trace.
          proxies.put("tracingServiceName", "CANONICAL_NAME_ONLY");
          providers.add(provider(to));
        });
    if (!proxies.isEmpty()) {
      config.put("defaultConfig", proxies);
    }
    authorizers.forEach(authorizer -> providers.add(authorizer.provider()));
    if (!providers.isEmpty()) {
      config.put("extensionProviders", providers);
    }
    return config;
  }

  private static Map<String, Object> provider(TracingCollector collector) {
    return Map.of(
        "name",
        TRACING_PROVIDER,
        "opentelemetry",
        Map.of("service", collector.host(), "port", collector.port()));
  }

  /** Istio's guide for a control plane: 1 vCPU and 1.5 GB for a thousand services. */
  private Map<String, Object> resources() {
    return profile == Profile.PROD
        ? Map.of(
            "requests", Map.of("cpu", "500m", "memory", "2Gi"), "limits", Map.of("memory", "4Gi"))
        : Map.of(
            "requests",
            Map.of("cpu", "100m", "memory", "256Mi"),
            "limits",
            Map.of("memory", "1Gi"));
  }
}
