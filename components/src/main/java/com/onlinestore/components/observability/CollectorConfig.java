package com.onlinestore.components.observability;

import com.onlinestore.components.mesh.TracingCollector;
import com.onlinestore.components.settings.Profile;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The collector's own configuration.
 *
 * <p>Whether a trace is kept can only be told by one who sees all of its spans. So a replica counts
 * the spans it is given, and hands each on to the replica that its trace belongs to, which may be
 * itself; that one waits for the trace to end and judges it.
 *
 * @param peers the headless name of all replicas
 */
record CollectorConfig(TracingSettings settings, Profile profile, String peers) {

  /** Between replicas. */
  static final int HANDED_ON = 4319;

  /**
   * The service a span's pod belongs to, besides {@code service.name}, which Jaeger keeps apart
   * from what Grafana can look logs and metrics up by.
   */
  static final String SERVICE = "app";

  static final int OWN_METRICS = 8888;
  static final int SPAN_METRICS = 8889;

  /** A trace whose last span is later than this after the first is judged without it. */
  private static final String WAIT = "10s";

  /** Sends nothing on: proxies trace the calls that carry spans here, too. */
  private static final String CARRIES_SPANS =
      "IsMatch(attributes[\"upstream_cluster\"], \"^outbound\\\\|(%d|%d)\\\\|.*\")"
          .formatted(TracingCollector.OTLP_GRPC, TracingCollector.OTLP_HTTP);

  Map<String, Object> all() {
    Map<String, Object> config = new TreeMap<>();
    config.put("extensions", Map.of("health_check", Map.of("endpoint", own(13133))));
    config.put("receivers", receivers());
    config.put("processors", processors());
    config.put("connectors", Map.of("span_metrics", spanMetrics()));
    config.put("exporters", exporters());
    config.put("service", service());
    return config;
  }

  private static Map<String, Object> receivers() {
    return Map.of(
        "otlp",
        Map.of(
            "protocols",
            Map.of(
                "grpc", Map.of("endpoint", own(TracingCollector.OTLP_GRPC)),
                "http", Map.of("endpoint", own(TracingCollector.OTLP_HTTP)))),
        "otlp/handed-on",
        Map.of("protocols", Map.of("grpc", Map.of("endpoint", own(HANDED_ON)))));
  }

  private Map<String, Object> processors() {
    return Map.of(
        "memory_limiter",
        Map.of("check_interval", "1s", "limit_percentage", 80, "spike_limit_percentage", 20),
        "k8s_attributes",
        podAttributes(),
        "filter/spans-about-spans",
        Map.of("error_mode", "ignore", "traces", Map.of("span", List.of(CARRIES_SPANS))),
        "tail_sampling",
        Map.of("decision_wait", WAIT, "num_traces", 50_000, "policies", policies()),
        "batch",
        Map.of());
  }

  /** Whose pod a span is from is told by the address it came from. */
  private static Map<String, Object> podAttributes() {
    return Map.of(
        "extract",
        Map.of(
            "metadata",
            List.of("k8s.namespace.name", "k8s.pod.name", "k8s.deployment.name", "k8s.node.name"),
            "labels",
            List.of(
                podLabel("service.version", "version"),
                podLabel(SERVICE, "app.kubernetes.io/name"))),
        "pod_association",
        List.of(Map.of("sources", List.of(Map.of("from", "connection")))));
  }

  private static Map<String, Object> podLabel(String attribute, String label) {
    return Map.of("tag_name", attribute, "key", label, "from", "pod");
  }

  /** A trace is kept if one of them says so. Proxies say in a tag what programs say in a status. */
  private List<Object> policies() {
    return List.of(
        Map.of(
            "name",
            "errors",
            "type",
            "status_code",
            "status_code",
            Map.of("status_codes", List.of("ERROR"))),
        Map.of(
            "name",
            "errors-of-proxies",
            "type",
            "string_attribute",
            "string_attribute",
            Map.of("key", "error", "values", List.of("true"))),
        Map.of(
            "name",
            "slow",
            "type",
            "latency",
            "latency",
            Map.of("threshold_ms", Math.toIntExact(settings.slowest().duration().toMillis()))),
        Map.of(
            "name",
            "rest",
            "type",
            "probabilistic",
            "probabilistic",
            Map.of("sampling_percentage", settings.keepIn(profile))));
  }

  /**
   * Counted by service and not by pod: the exporter would take pods of one service for one series,
   * and the last word would win. Names of spans that hold an identifier would fill Prometheus, so
   * their number is bounded; each is 13 series.
   */
  private static Map<String, Object> spanMetrics() {
    return Map.of(
        "resource_metrics_key_attributes",
        List.of("service.name", "k8s.namespace.name", "service.version"),
        "histogram",
        Map.of(
            "unit",
            "ms",
            "explicit",
            Map.of(
                "buckets",
                List.of("5ms", "10ms", "25ms", "50ms", "100ms", "250ms", "500ms", "1s", "5s"))),
        "dimensions",
        List.of(Map.of("name", "k8s.namespace.name"), Map.of("name", "service.version")),
        "exemplars",
        Map.of("enabled", true),
        "aggregation_cardinality_limit",
        500,
        "metrics_flush_interval",
        "15s",
        "metrics_expiration",
        "15m");
  }

  private Map<String, Object> exporters() {
    Map<String, Object> exporters = new TreeMap<>();
    exporters.put(
        "load_balancing",
        Map.of(
            "routing_key",
            "traceID",
            "protocol",
            Map.of("otlp", Map.of("tls", Map.of("insecure", true))),
            "resolver",
            Map.of("dns", Map.of("hostname", peers, "port", String.valueOf(HANDED_ON)))));
    exporters.put("prometheus", Map.of("endpoint", own(SPAN_METRICS), "enable_open_metrics", true));
    exporters.put(storage(), settings.jaeger() ? jaeger() : zipkin());
    return exporters;
  }

  private String storage() {
    return settings.jaeger() ? "otlp/jaeger" : "zipkin";
  }

  private static Map<String, Object> jaeger() {
    return Map.of("endpoint", JaegerTracing.OTLP, "tls", Map.of("insecure", true));
  }

  private Map<String, Object> zipkin() {
    return Map.of("endpoint", settings.zipkin() + "/api/v2/spans");
  }

  private Map<String, Object> service() {
    return Map.of(
        "extensions",
        List.of("health_check"),
        "telemetry",
        Map.of("metrics", Map.of("readers", List.of(Map.of("pull", Map.of("exporter", own()))))),
        "pipelines",
        Map.of(
            "traces/in",
            pipeline(
                List.of("otlp"),
                List.of("memory_limiter", "k8s_attributes", "filter/spans-about-spans"),
                List.of("span_metrics", "load_balancing")),
            "traces/judged",
            pipeline(
                List.of("otlp/handed-on"),
                List.of("memory_limiter", "tail_sampling", "batch"),
                List.of(storage())),
            "metrics/spans",
            pipeline(List.of("span_metrics"), List.of(), List.of("prometheus"))));
  }

  private static Map<String, Object> own() {
    return Map.of("prometheus", Map.of("host", "${env:MY_POD_IP}", "port", OWN_METRICS));
  }

  private static Map<String, Object> pipeline(
      List<String> receivers, List<String> processors, List<String> exporters) {
    return Map.of("receivers", receivers, "processors", processors, "exporters", exporters);
  }

  /** The chart tells each pod its address. */
  private static String own(int port) {
    return "${env:MY_POD_IP}:" + port;
  }
}
