package com.onlinestore.components.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import com.onlinestore.components.mesh.TracingCollector;
import com.onlinestore.components.observability.alerts.AlertSettings;
import com.onlinestore.components.observability.alerts.Alerting;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.TimeSpan;
import com.onlinestore.components.settings.Use;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ObservabilitySettingsTest {

  @Test
  void byDefaultEverythingIsInstalled() {
    assertThat(Yaml.read(ObservabilitySettings.class, "{}"))
        .isEqualTo(ObservabilitySettings.defaults())
        .isEqualTo(
            new ObservabilitySettings(
                Use.INSTALL,
                "monitoring",
                Map.of(),
                null,
                true,
                PrometheusSettings.defaults(),
                TracingSettings.defaults(),
                LogSettings.defaults(),
                AlertSettings.defaults(),
                ToolAccess.none(),
                null));
    assertThat(ObservabilitySettings.defaults().problems()).isEmpty();
  }

  @Test
  void areReadFromAStackFile() {
    ObservabilitySettings read =
        Yaml.read(
            ObservabilitySettings.class,
            """
            use: existing
            namespace: watch
            monitorLabels: {release: kps}
            prometheusUrl: http://prometheus.watch.svc:9090
            dashboards: false
            prometheus: {retention: 2d}
            tracing: {sampling: 7, collector: {namespace: tracing, service: otel}}
            """);

    assertThat(read)
        .isEqualTo(
            new ObservabilitySettings(
                Use.EXISTING,
                "watch",
                Map.of("release", "kps"),
                "http://prometheus.watch.svc:9090",
                false,
                new PrometheusSettings(TimeSpan.of("2d"), null, null),
                TracingSettingsBuilder.builder()
                    .sampling(7.0)
                    .collector(new TracingCollector("tracing", "otel", null))
                    .build(),
                LogSettings.defaults(),
                AlertSettings.defaults(),
                ToolAccess.none(),
                null));
  }

  @Test
  void noPageOfJaegerWithoutJaeger() {
    assertThat(
            Yaml.read(
                    ObservabilitySettings.class,
                    "{tracing: {zipkin: \"http://zipkin:9411\"}, access: {jaeger: j.example.com}}")
                .problems())
        .extracting(Object::toString)
        .containsExactly(
            "access.jaeger: \"j.example.com\" has no Jaeger behind it while traces go to a Zipkin"
                + " (tracing.zipkin); remove one of them.");
  }

  @Test
  void nobodyKnowsThePagesOfAForeignPrometheus() {
    assertThat(
            Yaml.read(
                    ObservabilitySettings.class,
                    "{use: existing, grafanaAdminSecret: a, access: {grafana: g.example.com}}")
                .problems())
        .extracting(Object::toString)
        .containsExactly(
            "access: is only for what this stack installs: nobody knows the Services of others"
                + " (observability.use: existing). Remove it.",
            "grafanaAdminSecret: \"a\" has no effect on a Grafana that is not ours"
                + " (observability.use: existing); remove it.");
  }

  @Test
  void whatAForeignPrometheusNeedsToBeToldIsNoProblem() {
    assertThat(
            Yaml.read(
                    ObservabilitySettings.class,
                    """
                    use: existing
                    namespace: watch
                    monitorLabels: {release: kps}
                    tracing: {sampling: 7, collector: {namespace: tracing, service: otel}}
                    """)
                .problems())
        .isEmpty();
  }

  @Test
  void settingsOfOurOwnPrometheusAreProblemsOfAForeignOne() {
    assertThat(
            Yaml.read(
                    ObservabilitySettings.class,
                    "{use: existing, prometheus: {retention: 2d}, tracing: {storage: {volume: 1Gi}}}")
                .problems())
        .containsExactly(
            new Problem(
                "prometheus",
                "has no effect on a Prometheus that is not ours (observability.use: existing);"
                    + " remove it."),
            new Problem(
                "tracing",
                "may only have sampling and collector where the collector is not ours"
                    + " (observability.use: existing); remove keep, slow, storage and zipkin."));
  }

  @Test
  void settingsOfAnExistingPrometheusAreProblemsOfOneThatIsInstalled() {
    assertThat(
            Yaml.read(
                    ObservabilitySettings.class,
                    """
                    namespace: watch
                    monitorLabels: {release: kps}
                    prometheusUrl: https://prometheus.example.com/team
                    tracing: {collector: {namespace: tracing, service: otel}}
                    """)
                .problems())
        .containsExactly(
            new Problem(
                "namespace",
                "\"watch\" is only for observability.use: existing; this stack installs into"
                    + " monitoring."),
            new Problem(
                "monitorLabels",
                "{release=kps} is only for observability.use: existing; remove it."),
            new Problem(
                "prometheusUrl",
                "\"https://prometheus.example.com/team\" is only for observability.use: existing;"
                    + " remove it."),
            new Problem(
                "tracing.collector",
                "is only for observability.use: existing; this stack installs its own. Remove"
                    + " it."));
  }

  @Test
  void anExistingPrometheusIsUsedAsItsSettingsSay() {
    assertThat(
            Monitoring.existing(
                Yaml.read(
                    ObservabilitySettings.class,
                    """
                    use: existing
                    namespace: watch
                    monitorLabels: {release: kps}
                    prometheusUrl: http://prometheus.watch.svc:9090
                    """)))
        .isEqualTo(
            new Monitoring(
                "watch",
                Map.of("release", "kps"),
                List.of(),
                Optional.of("http://prometheus.watch.svc:9090"),
                Alerting.DEFAULTS));
  }
}
