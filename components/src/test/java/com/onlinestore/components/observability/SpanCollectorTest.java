package com.onlinestore.components.observability;

import static com.onlinestore.components.Recording.TOP;
import static com.onlinestore.components.Yaml.assertYaml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.onlinestore.components.Recording;
import com.onlinestore.components.Registered;
import com.onlinestore.components.helm.Mirrors;
import com.onlinestore.components.observability.alerts.Alerting;
import com.onlinestore.components.settings.Profile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpanCollectorTest {

  static final Monitoring MONITORING =
      new Monitoring(
          "monitoring", Map.of("release", "kps"), List.of(), Optional.empty(), Alerting.DEFAULTS);

  @Test
  void isAReleaseInARestrictedNamespaceWithANameForAllItsReplicas() {
    Recording recording = recording(Profile.DEV);

    assertThat(recording.get("traces").type())
        .isEqualTo("online-store:observability:SpanCollector");
    assertThat(recording.childrenOf("traces"))
        .containsExactlyInAnyOrder(
            "kubernetes:core/v1:Namespace traces-namespace",
            "kubernetes:core/v1:Service traces-peers",
            "kubernetes:helm.sh/v3:Release traces-release",
            "kubernetes:monitoring.coreos.com/v1:PodMonitor traces-monitor");
    assertThat(recording.get("traces-namespace").inputs().toString())
        .contains("pod-security.kubernetes.io/enforce=restricted");
    assertThat(recording.get("traces-release").dependencies()).containsExactly("traces-namespace");
    assertThat(recording.get("traces-release").inputs())
        .containsEntry("name", "otel-collector")
        .containsEntry("namespace", "tracing")
        .containsEntry("chart", "opentelemetry-collector")
        .containsEntry("version", "0.170.0");
  }

  /** A name that leads to one replica would let each judge a part of a trace. */
  @Test
  void theNameOfTheReplicasLeadsToEachOfThem() {
    assertYaml(
        recording(Profile.DEV).get("traces-peers").inputs(),
        "/spec",
        """
        clusterIP: None
        ports: [{name: grpc-handed-on, port: 4319, protocol: TCP}]
        selector:
          app.kubernetes.io/instance: otel-collector
          app.kubernetes.io/name: opentelemetry-collector
        """);
  }

  @Test
  void prometheusReadsItsOwnMetricsAndThoseOfTheSpans() {
    Registered monitor = recording(Profile.DEV).get("traces-monitor");

    assertYaml(monitor.inputs(), "/metadata/labels/release", "kps");
    assertYaml(
        monitor.inputs(),
        "/spec/podMetricsEndpoints",
        """
        - {port: metrics, path: /metrics, interval: 15s}
        - {port: span-metrics, path: /metrics, interval: 15s}
        """);
  }

  @Test
  void listensWhereProxiesAndProgramsSend() {
    assertThat(SpanCollector.ADDRESS.host()).isEqualTo("otel-collector.tracing.svc.cluster.local");
    assertThat(SpanCollector.ADDRESS.port()).isEqualTo(4317);
  }

  @Test
  void refusesWhatItsSettingsMustNotBe() {
    assertThatThrownBy(
            () ->
                Recording.of(
                    () ->
                        new SpanCollector(
                            "traces",
                            TracingSettings.defaults(),
                            Profile.PROD,
                            MONITORING,
                            Mirrors.NONE,
                            TOP)))
        .hasStackTraceContaining("traces: the tracing settings have problems")
        .hasStackTraceContaining("storage: must name an OpenSearch or Elasticsearch");
  }

  @Test
  void twoInAStackShareNoResourceName() {
    Recording recording =
        Recording.of(
            () -> {
              collector("one", Profile.DEV);
              collector("two", Profile.DEV);
            });

    assertThat(recording.resources())
        .hasSize(10)
        .extracting(Registered::toString)
        .doesNotHaveDuplicates();
  }

  private static Recording recording(Profile profile) {
    return Recording.of(() -> collector("traces", profile));
  }

  private static void collector(String name, Profile profile) {
    new SpanCollector(name, Traces.STORED, profile, MONITORING, Mirrors.NONE, TOP);
  }
}
