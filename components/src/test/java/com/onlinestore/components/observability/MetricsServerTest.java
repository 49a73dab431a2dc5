package com.onlinestore.components.observability;

import static com.onlinestore.components.Recording.TOP;
import static com.onlinestore.components.Yaml.assertYaml;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Recording;
import com.onlinestore.components.Registered;
import com.onlinestore.components.helm.Mirrors;
import com.onlinestore.components.settings.Profile;
import com.onlinestore.components.settings.Use;
import org.junit.jupiter.api.Test;

class MetricsServerTest {

  private static final MetricsServerSettings INSTALL =
      new MetricsServerSettings(Use.INSTALL, false);

  @Test
  void isOneReleaseInKubeSystem() {
    Recording recording = recording(INSTALL, Profile.DEV, Mirrors.NONE);

    assertThat(recording.get("metrics").type())
        .isEqualTo("online-store:observability:MetricsServer");
    assertThat(recording.childrenOf("metrics"))
        .containsExactly("kubernetes:helm.sh/v3:Release metrics-release");
    assertThat(recording.resources()).hasSize(2);
    assertThat(recording.get("metrics-release").inputs())
        .containsEntry("name", "metrics-server")
        .containsEntry("namespace", "kube-system")
        .containsEntry("chart", "metrics-server")
        .containsEntry("version", "3.13.1");
    assertYaml(
        recording.get("metrics-release").inputs(),
        "/values",
        "{replicas: 1, podDisruptionBudget: {enabled: false, maxUnavailable: 1}}");
  }

  @Test
  void inProdAutoscalersSurviveADrain() {
    assertYaml(
        recording(INSTALL, Profile.PROD, Mirrors.NONE).get("metrics-release").inputs(),
        "/values",
        "{replicas: 2, podDisruptionBudget: {enabled: true, maxUnavailable: 1}}");
  }

  @Test
  void trustsUnsignedKubeletsOnlyWhereTold() {
    assertYaml(
        recording(new MetricsServerSettings(Use.INSTALL, true), Profile.DEV, Mirrors.NONE)
            .get("metrics-release")
            .inputs(),
        "/values/args",
        "[--kubelet-insecure-tls]");
  }

  @Test
  void itsImageComesFromTheMirror() {
    assertYaml(
        recording(INSTALL, Profile.DEV, new Mirrors(null, "registry.local"))
            .get("metrics-release")
            .inputs(),
        "/values/image",
        "repository: registry.local/metrics-server/metrics-server");
  }

  @Test
  void refusesSettingsWithProblems() {
    assertThat(
            Recording.refusal(
                () ->
                    server(
                        "metrics",
                        new MetricsServerSettings(Use.EXISTING, true),
                        Profile.DEV,
                        Mirrors.NONE)))
        .isEqualTo(
            "metrics: the metrics server's settings have problems%n".formatted()
                + "  kubeletInsecureTls: true has no effect on a metrics-server that is not ours"
                + " (metricsServer.use: existing); remove it or set use: install.");
  }

  @Test
  void twoInAStackShareNoResourceName() {
    Recording recording =
        Recording.of(
            () -> {
              server("one", INSTALL, Profile.DEV, Mirrors.NONE);
              server("two", INSTALL, Profile.DEV, Mirrors.NONE);
            });

    assertThat(recording.resources())
        .hasSize(4)
        .extracting(Registered::toString)
        .doesNotHaveDuplicates();
  }

  private static Recording recording(
      MetricsServerSettings settings, Profile profile, Mirrors mirrors) {
    return Recording.of(() -> server("metrics", settings, profile, mirrors));
  }

  private static void server(
      String name, MetricsServerSettings settings, Profile profile, Mirrors mirrors) {
    new MetricsServer(name, settings, profile, mirrors, TOP);
  }
}
