package com.onlinestore.components.observability;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What Grafana reads besides Prometheus, and how one leads to the other. */
record GrafanaDataSources(ObservabilitySettings settings) {

  private static final String PROMETHEUS = "prometheus";
  private static final String ZIPKIN = "zipkin";

  List<Object> all() {
    return settings.installsLogs() ? List.of(traces(), logs()) : List.of(traces());
  }

  /** From a point of a graph to the trace of one of its requests. */
  Map<String, Object> exemplars() {
    return Map.of("datasourceUid", uid(), "traceIdLabelName", "trace_id");
  }

  private Map<String, Object> traces() {
    boolean jaeger = settings.tracing().jaeger();
    Map<String, Object> json = new TreeMap<>();
    json.put("nodeGraph", Map.of("enabled", true));
    json.put("tracesToMetrics", toMetrics());
    if (settings.installsLogs()) {
      json.put("tracesToLogsV2", toLogs());
    }
    Map<String, Object> source = new TreeMap<>();
    source.put("name", jaeger ? "Jaeger" : "Zipkin");
    source.put("uid", uid());
    source.put("type", uid());
    source.put("access", "proxy");
    source.put("url", jaeger ? JaegerTracing.UI : settings.tracing().zipkin());
    source.put("jsonData", json);
    return source;
  }

  /** Of a line with a trace to the trace. Twice a dollar is one for Grafana. */
  private Map<String, Object> logs() {
    return Map.of(
        "name",
        "Loki",
        "uid",
        LogStack.DATA_SOURCE,
        "type",
        "loki",
        "access",
        "proxy",
        "url",
        LogStack.LOKI,
        "jsonData",
        Map.of(
            "derivedFields",
            List.of(
                Map.of(
                    "name",
                    "trace",
                    "matcherType",
                    "label",
                    "matcherRegex",
                    "trace_id",
                    "datasourceUid",
                    uid(),
                    "url",
                    "$${__value.raw}"))));
  }

  /** Of a span to the lines of its service that name its trace. */
  private static Map<String, Object> toLogs() {
    return Map.of(
        "datasourceUid",
        LogStack.DATA_SOURCE,
        "spanStartTimeShift",
        "-5m",
        "spanEndTimeShift",
        "5m",
        "tags",
        List.of(Map.of("key", CollectorConfig.SERVICE, "value", "app")),
        "customQuery",
        true,
        "query",
        "{$${__tags}} | trace_id = \"$${__trace.traceId}\"");
  }

  private String uid() {
    return settings.tracing().jaeger() ? JaegerTracing.DATA_SOURCE : ZIPKIN;
  }

  /** The service of a span, as the collector counts spans. */
  private static Map<String, Object> toMetrics() {
    return Map.of(
        "datasourceUid",
        PROMETHEUS,
        "tags",
        List.of(Map.of("key", CollectorConfig.SERVICE, "value", "service_name")),
        "queries",
        List.of(
            query(
                "Requests per second",
                "sum(rate(traces_span_metrics_calls_total{$${__tags}}[5m]))"),
            query(
                "99th percentile in ms",
                "histogram_quantile(0.99, sum by (le)"
                    + " (rate(traces_span_metrics_duration_milliseconds_bucket{$${__tags}}[5m])))")));
  }

  private static Map<String, Object> query(String name, String query) {
    return Map.of("name", name, "query", query);
  }
}
