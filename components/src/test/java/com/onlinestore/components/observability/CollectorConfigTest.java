package com.onlinestore.components.observability;

import static com.onlinestore.components.Yaml.assertYaml;
import static com.onlinestore.components.Yaml.part;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.settings.Profile;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CollectorConfigTest {

  private static final Map<String, Object> PROD =
      new CollectorConfig(Traces.STORED, Profile.PROD, "peers.tracing.svc.cluster.local").all();

  /** The counting sees every span, the judging every span of its traces. */
  @Test
  void spansAreCountedThenHandedToWhoeverJudgesTheirTrace() {
    assertYaml(
        PROD,
        "/service/pipelines",
        """
        traces/in:
          receivers: [otlp]
          processors: [memory_limiter, k8s_attributes, filter/spans-about-spans]
          exporters: [span_metrics, load_balancing]
        traces/judged:
          receivers: [otlp/handed-on]
          processors: [memory_limiter, tail_sampling, batch]
          exporters: [otlp/jaeger]
        metrics/spans:
          receivers: [span_metrics]
          processors: []
          exporters: [prometheus]
        """);
    assertYaml(
        PROD,
        "/exporters/load_balancing",
        """
        routing_key: traceID
        protocol: {otlp: {tls: {insecure: true}}}
        resolver: {dns: {hostname: peers.tracing.svc.cluster.local, port: "4319"}}
        """);
    assertYaml(
        PROD, "/receivers/otlp~1handed-on/protocols/grpc/endpoint", "'${env:MY_POD_IP}:4319'");
  }

  @Test
  void errorsAndSlowTracesAreKeptAndFewOfTheRest() {
    assertYaml(
        PROD,
        "/processors/tail_sampling",
        """
        decision_wait: 10s
        num_traces: 50000
        policies:
          - {name: errors, type: status_code, status_code: {status_codes: [ERROR]}}
          - name: errors-of-proxies
            type: string_attribute
            string_attribute: {key: error, values: ["true"]}
          - {name: slow, type: latency, latency: {threshold_ms: 1000}}
          - {name: rest, type: probabilistic, probabilistic: {sampling_percentage: 5.0}}
        """);
  }

  /** Else each delivery of spans makes a trace of its own. */
  @Test
  void spansAboutTheDeliveryOfSpansAreLeftOut() {
    assertYaml(
        PROD,
        "/processors/filter~1spans-about-spans",
        """
        error_mode: ignore
        traces:
          span: ['IsMatch(attributes["upstream_cluster"], "^outbound\\\\|(4317|4318)\\\\|.*")']
        """);
  }

  @Test
  void whatIsKeptGoesToJaegerOrToTheZipkinThatWasChosen() {
    assertYaml(
        PROD,
        "/exporters/otlp~1jaeger",
        "{endpoint: 'jaeger.tracing.svc.cluster.local:4317', tls: {insecure: true}}");

    Map<String, Object> zipkin = new CollectorConfig(Traces.ZIPKIN, Profile.PROD, "peers").all();
    assertYaml(zipkin, "/exporters/zipkin", "endpoint: http://zipkin.acme.test:9411/api/v2/spans");
    assertYaml(zipkin, "/service/pipelines/traces~1judged/exporters", "[zipkin]");
    assertThat(part(zipkin, "/exporters").has("otlp/jaeger")).isFalse();
  }

  @Test
  void namesOfSpansCannotFillPrometheus() {
    assertYaml(PROD, "/connectors/span_metrics/aggregation_cardinality_limit", "500");
    assertYaml(
        PROD,
        "/connectors/span_metrics/resource_metrics_key_attributes",
        "[service.name, k8s.namespace.name, service.version]");
    assertYaml(PROD, "/connectors/span_metrics/histogram/unit", "ms");
    assertYaml(PROD, "/connectors/span_metrics/exemplars", "enabled: true");
    assertYaml(PROD, "/exporters/prometheus/enable_open_metrics", "true");
  }
}
