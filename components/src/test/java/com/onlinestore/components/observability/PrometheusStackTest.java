package com.onlinestore.components.observability;

import static com.onlinestore.components.Recording.TOP;
import static com.onlinestore.components.Yaml.assertYaml;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Recording;
import com.onlinestore.components.Registered;
import com.onlinestore.components.cluster.Facts;
import com.onlinestore.components.helm.Mirrors;
import com.onlinestore.components.mesh.MeshMode;
import com.onlinestore.components.mesh.MeshSettings;
import com.onlinestore.components.mesh.MeshSettingsBuilder;
import com.onlinestore.components.settings.Profile;
import com.pulumi.core.Output;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PrometheusStackTest {

  @Test
  void isOneReleaseThatWatchesIstiodToo() {
    Recording recording = Recording.of(() -> stack("watch", Optional.empty()));

    assertThat(recording.get("watch").type())
        .isEqualTo("online-store:observability:PrometheusStack");
    assertThat(recording.childrenOf("watch"))
        .containsExactlyInAnyOrder(
            "kubernetes:core/v1:Namespace watch-namespace",
            "kubernetes:helm.sh/v3:Release watch-release",
            "kubernetes:monitoring.coreos.com/v1:ServiceMonitor watch-istiod",
            "kubernetes:monitoring.coreos.com/v1:PrometheusRule watch-alerts");
    assertThat(recording.resources()).hasSize(5);
    assertThat(recording.get("watch-release").inputs())
        .containsEntry("name", "kps")
        .containsEntry("namespace", "monitoring")
        .containsEntry("chart", "kube-prometheus-stack")
        .containsEntry("version", "88.5.3");
  }

  @Test
  void definitionsComeBeforeTheMonitorsThatNeedThem() {
    Recording recording = Recording.of(() -> stack("watch", Optional.empty()));

    assertThat(recording.get("watch-release").dependencies()).containsExactly("watch-namespace");
    assertThat(recording.get("watch-istiod").dependencies()).containsExactly("watch-release");
  }

  @Test
  void inAnAmbientMeshItIsAMemberAndWatchesTheProxiesOfTheNodes() {
    MeshSettings ambient = MeshSettingsBuilder.builder().mode(MeshMode.AMBIENT).build();
    Recording recording =
        Recording.of(
            () ->
                new PrometheusStack(
                    "watch",
                    ObservabilitySettings.defaults(),
                    Profile.DEV,
                    Facts.SHARED,
                    Mirrors.NONE,
                    ambient,
                    Optional.empty(),
                    TOP));

    assertThat(recording.childrenOf("watch"))
        .hasSize(5)
        .contains("kubernetes:monitoring.coreos.com/v1:PodMonitor watch-ztunnel");
    assertYaml(
        recording.get("watch-ztunnel").inputs(),
        "/spec",
        """
        selector: {matchLabels: {app: ztunnel}}
        namespaceSelector: {any: true}
        podMetricsEndpoints: [{port: ztunnel-stats, interval: 15s}]
        """);
    assertYaml(
        recording.get("watch-release").inputs(),
        "/values/prometheus/prometheusSpec/podMetadata",
        "labels: {istio.io/dataplane-mode: ambient}");
  }

  @Test
  void theNodeExporterNeedsAPrivilegedNamespace() {
    assertThat(
            Recording.of(() -> stack("watch", Optional.empty()))
                .get("watch-namespace")
                .inputs()
                .toString())
        .contains("name=monitoring", "pod-security.kubernetes.io/enforce=privileged");
  }

  @Test
  void istiodIsScrapedInItsNamespaceOnItsOwnPort() {
    assertYaml(
        Recording.of(() -> stack("watch", Optional.empty())).get("watch-istiod").inputs(),
        "/spec",
        """
        selector: {matchLabels: {istio: pilot}}
        namespaceSelector: {matchNames: [istio-system]}
        endpoints: [{port: http-monitoring, interval: 15s}]
        """);
  }

  @Test
  void grafanasPasswordIsASecretThatTheReleaseWaitsFor() {
    Recording recording =
        Recording.of(() -> stack("watch", Optional.of(Output.of("correct horse"))));

    assertThat(recording.childrenOf("watch"))
        .hasSize(5)
        .contains("kubernetes:core/v1:Secret watch-grafana-admin");
    assertYaml(
        recording.get("watch-grafana-admin").inputs(),
        "",
        """
        apiVersion: v1
        kind: Secret
        type: Opaque
        metadata:
          name: grafana-admin
          namespace: monitoring
          labels:
            app.kubernetes.io/managed-by: pulumi
            app.kubernetes.io/name: grafana-admin
            app.kubernetes.io/part-of: monitoring
        stringData: {secret: {admin-user: admin, admin-password: correct horse}}
        """);
    assertThat(recording.get("watch-release").dependencies())
        .containsExactly("watch-grafana-admin");
    assertThat(recording.get("watch-release").inputs().toString())
        .contains("existingSecret=grafana-admin")
        .doesNotContain("correct horse");
  }

  @Test
  void grafanasAdministratorMayBeASecretThatIsThere() {
    ObservabilitySettings settings =
        ObservabilitySettingsBuilder.builder().grafanaAdminSecret("grafana-owner").build();

    Recording recording = Recording.of(() -> stack("watch", settings, Optional.empty()));

    assertYaml(
        recording.get("watch-release").inputs(),
        "/values/grafana/admin",
        "existingSecret: grafana-owner");
    assertThat(recording.childrenOf("watch")).hasSize(4);
  }

  @Test
  void tellsServicesHowToBeWatched() {
    AtomicReference<Monitoring> monitoring = new AtomicReference<>();
    Recording.of(() -> monitoring.set(stack("watch", Optional.empty()).monitoring()));

    assertThat(monitoring.get().namespace()).isEqualTo("monitoring");
    assertThat(monitoring.get().monitorLabels()).isEmpty();
    assertThat(monitoring.get().ready()).hasSize(1);
  }

  @Test
  void refusesSettingsWithProblems() {
    ObservabilitySettings settings =
        ObservabilitySettingsBuilder.builder().monitorLabels(Map.of("release", "kps")).build();

    assertThat(Recording.refusal(() -> stack("watch", settings, Optional.empty())))
        .isEqualTo(
            "watch: the observability settings have problems%n  monitorLabels: {release=kps} is"
                    .formatted()
                + " only for observability.use: existing; remove it.");
  }

  @Test
  void twoInAStackShareNoResourceName() {
    Recording recording =
        Recording.of(
            () -> {
              stack("one", Optional.of(Output.of("a")));
              stack("two", Optional.of(Output.of("b")));
            });

    assertThat(recording.resources())
        .hasSize(12)
        .extracting(Registered::toString)
        .doesNotHaveDuplicates();
  }

  private static PrometheusStack stack(String name, Optional<Output<String>> password) {
    return stack(name, ObservabilitySettings.defaults(), password);
  }

  private static PrometheusStack stack(
      String name, ObservabilitySettings settings, Optional<Output<String>> password) {
    return new PrometheusStack(
        name,
        settings,
        Profile.DEV,
        Facts.SHARED,
        Mirrors.NONE,
        MeshSettings.defaults(),
        password,
        TOP);
  }
}
