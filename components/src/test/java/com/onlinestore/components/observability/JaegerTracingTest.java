package com.onlinestore.components.observability;

import static com.onlinestore.components.Recording.TOP;
import static com.onlinestore.components.Yaml.assertYaml;
import static com.onlinestore.components.Yaml.part;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Recording;
import com.onlinestore.components.Registered;
import com.onlinestore.components.cluster.Facts;
import com.onlinestore.components.helm.Mirrors;
import com.onlinestore.components.settings.Profile;
import org.junit.jupiter.api.Test;

class JaegerTracingTest {

  @Test
  void isOneReleaseInARestrictedNamespaceOfItsOwn() {
    Recording recording = recording(Profile.DEV);

    assertThat(recording.get("traces").type())
        .isEqualTo("online-store:observability:JaegerTracing");
    assertThat(recording.childrenOf("traces"))
        .containsExactlyInAnyOrder(
            "kubernetes:core/v1:Namespace traces-namespace",
            "kubernetes:helm.sh/v3:Release traces-release");
    assertThat(recording.resources()).hasSize(3);
    assertThat(recording.get("traces-release").dependencies()).containsExactly("traces-namespace");
    assertYaml(recording.get("traces-namespace").inputs(), "/metadata/name", "tracing");
    assertThat(recording.get("traces-namespace").inputs().toString())
        .contains("pod-security.kubernetes.io/enforce=restricted");
    assertThat(recording.get("traces-release").inputs())
        .containsEntry("name", "jaeger")
        .containsEntry("namespace", "tracing")
        .containsEntry("chart", "jaeger")
        .containsEntry("version", "4.11.1");
  }

  @Test
  void keepsTracesOnAVolumeInProdOnly() {
    assertThat(part(recording(Profile.DEV).get("traces-release").inputs(), "/values/extraObjects"))
        .isEmpty();
    assertYaml(
        recording(Profile.PROD).get("traces-release").inputs(),
        "/values/extraObjects/0/spec/resources/requests/storage",
        "20Gi");
  }

  /** The OpenTelemetry configuration names parts that have no settings. */
  @Test
  void partsWithoutSettingsReachTheChart() {
    assertYaml(
        recording(Profile.DEV).get("traces-release").inputs(),
        "/values/userconfig/processors",
        "batch: {}");
  }

  @Test
  void listensWhereProxiesSend() {
    assertThat(JaegerTracing.COLLECTOR.host()).isEqualTo("jaeger.tracing.svc.cluster.local");
    assertThat(JaegerTracing.COLLECTOR.port()).isEqualTo(4317);
  }

  @Test
  void twoInAStackShareNoResourceName() {
    Recording recording =
        Recording.of(
            () -> {
              tracing("one", Profile.DEV);
              tracing("two", Profile.DEV);
            });

    assertThat(recording.resources())
        .hasSize(6)
        .extracting(Registered::toString)
        .doesNotHaveDuplicates();
  }

  private static Recording recording(Profile profile) {
    return Recording.of(() -> tracing("traces", profile));
  }

  private static void tracing(String name, Profile profile) {
    new JaegerTracing(name, TracingSettings.defaults(), profile, Facts.SHARED, Mirrors.NONE, TOP);
  }
}
