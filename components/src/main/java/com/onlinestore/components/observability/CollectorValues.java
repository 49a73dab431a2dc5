package com.onlinestore.components.observability;

import com.onlinestore.components.helm.ChartValues;
import com.onlinestore.components.helm.Mirrors;
import com.onlinestore.components.mesh.TracingCollector;
import com.onlinestore.components.settings.Profile;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The Helm values of the OpenTelemetry collector's chart. */
record CollectorValues(String name, CollectorConfig config, Profile profile, Mirrors mirrors) {

  /** The one distribution with both the sampler and the exporters we use. */
  private static final String IMAGE =
      "/open-telemetry/opentelemetry-collector-releases/opentelemetry-collector-contrib";

  private static final Map<String, Object> CLOSED = Map.of("enabled", false);

  /** As the chart labels the pods of the release. */
  static Map<String, String> pods(String name) {
    return Map.of(
        "app.kubernetes.io/name", "opentelemetry-collector", "app.kubernetes.io/instance", name);
  }

  Map<String, Object> all() {
    boolean prod = profile == Profile.PROD;
    Map<String, Object> values = new TreeMap<>();
    values.put("fullnameOverride", name);
    values.put("mode", "deployment");
    values.put("replicaCount", prod ? 2 : 1);
    values.put("image", Map.of("repository", mirrors.registry().orElse("ghcr.io") + IMAGE));
    // Merging with the chart's own would leave its receivers in.
    values.put("alternateConfig", config.all());
    values.put("clusterRole", Map.of("create", true, "rules", rules()));
    values.put("ports", ports());
    values.put("resources", resources());
    values.put("podLabels", Map.of("sidecar.istio.io/inject", "false"));
    values.put(
        "podSecurityContext",
        Map.of(
            "runAsNonRoot",
            true,
            "runAsUser",
            10001,
            "runAsGroup",
            10001,
            "seccompProfile",
            Map.of("type", "RuntimeDefault")));
    values.put(
        "securityContext",
        Map.of(
            "allowPrivilegeEscalation", false,
            "readOnlyRootFilesystem", true,
            "capabilities", Map.of("drop", List.of("ALL"))));
    values.put("podDisruptionBudget", Map.of("enabled", prod, "maxUnavailable", 1));
    if (prod) {
      values.put("topologySpreadConstraints", ChartValues.spread(pods(name)));
    }
    return values;
  }

  /** Whose address is whose. */
  private static List<Object> rules() {
    List<String> verbs = List.of("get", "watch", "list");
    return List.of(
        Map.of(
            "apiGroups", List.of(""), "resources", List.of("pods", "namespaces"), "verbs", verbs),
        Map.of("apiGroups", List.of("apps"), "resources", List.of("replicasets"), "verbs", verbs));
  }

  private static Map<String, Object> ports() {
    return Map.of(
        "otlp",
        port(TracingCollector.OTLP_GRPC, "grpc"),
        "otlp-http",
        port(TracingCollector.OTLP_HTTP, "http"),
        "metrics",
        port(CollectorConfig.OWN_METRICS, "http"),
        "span-metrics",
        port(CollectorConfig.SPAN_METRICS, "http"),
        "jaeger-compact",
        CLOSED,
        "jaeger-thrift",
        CLOSED,
        "jaeger-grpc",
        CLOSED,
        "zipkin",
        CLOSED);
  }

  private static Map<String, Object> port(int number, String protocol) {
    return Map.of(
        "enabled", true,
        "containerPort", number,
        "servicePort", number,
        "protocol", "TCP",
        "appProtocol", protocol);
  }

  /**
   * For ten seconds every trace is in memory: 500 requests a second with ten spans of 1.5 KB each
   * are 75 MB, which Go's collector of garbage and the queues triple.
   */
  private Map<String, Object> resources() {
    return profile == Profile.PROD
        ? Map.of(
            "requests", Map.of("cpu", "200m", "memory", "512Mi"), "limits", Map.of("memory", "1Gi"))
        : Map.of(
            "requests",
            Map.of("cpu", "50m", "memory", "128Mi"),
            "limits",
            Map.of("memory", "512Mi"));
  }
}
