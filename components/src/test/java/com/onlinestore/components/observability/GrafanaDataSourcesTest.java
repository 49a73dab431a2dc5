package com.onlinestore.components.observability;

import static com.onlinestore.components.Yaml.assertYaml;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GrafanaDataSourcesTest {

  private static final GrafanaDataSources JAEGER =
      new GrafanaDataSources(ObservabilitySettings.defaults());
  private static final GrafanaDataSources ZIPKIN =
      new GrafanaDataSources(ObservabilitySettingsBuilder.builder().tracing(Traces.ZIPKIN).build());

  @Test
  void aPointOfAGraphLeadsToItsTrace() {
    assertThat(JAEGER.exemplars())
        .isEqualTo(Map.of("datasourceUid", "jaeger", "traceIdLabelName", "trace_id"));
    assertThat(ZIPKIN.exemplars())
        .isEqualTo(Map.of("datasourceUid", "zipkin", "traceIdLabelName", "trace_id"));
  }

  @Test
  void tracesAreReadWhereTheyAreKept() {
    Map<String, Object> jaeger = Map.of("sources", JAEGER.all());
    assertYaml(jaeger, "/sources/0/type", "jaeger");
    assertYaml(jaeger, "/sources/0/uid", "jaeger");
    assertYaml(jaeger, "/sources/0/url", "http://jaeger.tracing.svc.cluster.local:16686");

    Map<String, Object> zipkin = Map.of("sources", ZIPKIN.all());
    assertYaml(zipkin, "/sources/0/type", "zipkin");
    assertYaml(zipkin, "/sources/0/uid", "zipkin");
    assertYaml(zipkin, "/sources/0/url", "http://zipkin.acme.test:9411");
  }

  @Test
  void aLineLeadsToItsTraceAndATraceToItsLines() {
    Map<String, Object> sources = Map.of("sources", JAEGER.all());

    assertYaml(
        sources,
        "/sources/1/jsonData/derivedFields",
        """
        - name: trace
          matcherType: label
          matcherRegex: trace_id
          datasourceUid: jaeger
          url: "$${__value.raw}"
        """);
    assertYaml(
        sources,
        "/sources/0/jsonData/tracesToLogsV2/query",
        "'{$${__tags}} | trace_id = \"$${__trace.traceId}\"'");
  }

  @Test
  void logsThatNobodyKeepsAreNoSource() {
    ObservabilitySettings settings =
        Yaml.read(ObservabilitySettings.class, "{logs: {use: existing}}");

    assertThat(new GrafanaDataSources(settings).all()).hasSize(1);
  }

  @Test
  void aSpanLeadsToTheRateOfItsService() {
    assertYaml(
        Map.of("sources", JAEGER.all()),
        "/sources/0/jsonData/tracesToMetrics/tags",
        "[{key: app, value: service_name}]");
  }
}
