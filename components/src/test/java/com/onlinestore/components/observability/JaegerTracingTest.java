package com.onlinestore.components.observability;

import static com.onlinestore.components.Recording.TOP;
import static com.onlinestore.components.Yaml.assertYaml;
import static com.onlinestore.components.Yaml.part;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Recording;
import com.onlinestore.components.cluster.Facts;
import com.onlinestore.components.helm.Mirrors;
import com.onlinestore.components.settings.Profile;
import org.junit.jupiter.api.Test;

class JaegerTracingTest {

  @Test
  void isOneReleaseBesideTheCollector() {
    Recording recording = recording(TracingSettings.defaults(), Profile.DEV);

    assertThat(recording.get("jaeger").type())
        .isEqualTo("online-store:observability:JaegerTracing");
    assertThat(recording.childrenOf("jaeger"))
        .containsExactly("kubernetes:helm.sh/v3:Release jaeger-release");
    assertThat(recording.get("jaeger-release").dependencies()).containsExactly("traces-namespace");
    assertThat(recording.get("jaeger-release").inputs())
        .containsEntry("name", "jaeger")
        .containsEntry("namespace", "tracing")
        .containsEntry("chart", "jaeger")
        .containsEntry("version", "4.11.1");
  }

  @Test
  void keepsTracesWhereItIsTold() {
    assertThat(
            part(
                recording(TracingSettings.defaults(), Profile.DEV).get("jaeger-release").inputs(),
                "/values/extraObjects"))
        .isEmpty();
    assertYaml(
        recording(Traces.STORED, Profile.PROD).get("jaeger-release").inputs(),
        "/values/userconfig/extensions/jaeger_storage/backends/primary/opensearch/server_urls",
        "['https://search.acme.test:9200']");
  }

  /** The OpenTelemetry configuration names parts that have no settings. */
  @Test
  void partsWithoutSettingsReachTheChart() {
    assertYaml(
        recording(TracingSettings.defaults(), Profile.DEV).get("jaeger-release").inputs(),
        "/values/userconfig/processors",
        "batch: {}");
  }

  private static Recording recording(TracingSettings settings, Profile profile) {
    return Recording.of(
        () ->
            new JaegerTracing(
                "jaeger",
                settings,
                profile,
                Facts.SHARED,
                new SpanCollector(
                    "traces", settings, profile, SpanCollectorTest.MONITORING, Mirrors.NONE, TOP),
                Mirrors.NONE,
                TOP));
  }
}
