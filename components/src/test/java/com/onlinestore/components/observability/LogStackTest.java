package com.onlinestore.components.observability;

import static com.onlinestore.components.Recording.TOP;
import static com.onlinestore.components.Yaml.assertYaml;
import static com.onlinestore.components.Yaml.part;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Recording;
import com.onlinestore.components.cluster.Facts;
import com.onlinestore.components.helm.Mirrors;
import com.onlinestore.components.settings.Profile;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogStackTest {

  private static final Map<String, Object> ALLOY = new AlloyValues(Mirrors.NONE).all();

  @Test
  void readersComeWhenThereIsSomebodyToTakeLogs() {
    Recording recording =
        Recording.of(
            () ->
                new LogStack(
                    "logs",
                    LogSettings.defaults(),
                    Profile.DEV,
                    Facts.SHARED,
                    SpanCollectorTest.MONITORING,
                    Mirrors.NONE,
                    TOP));

    assertThat(recording.get("logs").type()).isEqualTo("online-store:observability:LogStack");
    assertThat(recording.childrenOf("logs"))
        .containsExactlyInAnyOrder(
            "kubernetes:helm.sh/v3:Release logs-loki", "kubernetes:helm.sh/v3:Release logs-alloy");
    assertThat(recording.get("logs-alloy").dependencies()).containsExactly("logs-loki");
    assertThat(recording.get("logs-loki").inputs())
        .containsEntry("name", "loki")
        .containsEntry("namespace", "monitoring")
        .containsEntry("version", "18.11.0");
    assertThat(recording.get("logs-alloy").inputs())
        .containsEntry("name", "alloy")
        .containsEntry("version", "1.11.1");
  }

  @Test
  void thereIsAReaderOnEveryNodeWhateverItIsReservedFor() {
    assertYaml(ALLOY, "/controller/type", "daemonset");
    assertYaml(ALLOY, "/controller/tolerations", "[{operator: Exists}]");
  }

  @Test
  void aReaderIsRootAndNothingMore() {
    assertYaml(
        ALLOY,
        "/alloy/securityContext",
        """
        allowPrivilegeEscalation: false
        readOnlyRootFilesystem: true
        runAsUser: 0
        capabilities: {drop: [ALL]}
        seccompProfile: {type: RuntimeDefault}
        """);
  }

  /** The chart takes it for a template. */
  @Test
  void thePipelineHoldsNothingThatHelmWouldFillIn() {
    String pipeline = part(ALLOY, "/alloy/configMap/content").asText();

    assertThat(pipeline)
        .doesNotContain("{{")
        .contains("http://loki.monitoring.svc.cluster.local:3100/loki/api/v1/push");
  }

  @Test
  void itsImagesComeFromTheMirror() {
    assertYaml(
        new AlloyValues(new Mirrors(null, "registry.local")).all(),
        "/global",
        "image: {registry: registry.local}");
  }
}
