package com.onlinestore.components.observability;

import static com.onlinestore.components.Recording.TOP;
import static com.onlinestore.components.Yaml.assertYaml;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Recording;
import com.onlinestore.components.mesh.Meshes;
import com.onlinestore.components.observability.alerts.Alerting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AmbientPrometheusTest {

  private final Recording recording =
      Recording.of(
          () ->
              new AmbientPrometheus(
                  "prometheus",
                  Meshes.AMBIENT,
                  new Monitoring(
                      "monitoring", Map.of(), List.of(), Optional.empty(), Alerting.DEFAULTS),
                  TOP));

  /** Grafana and the operator are outside the mesh. */
  @Test
  void answersOnItsOwnPortsAsItDidOutsideTheMesh() {
    assertThat(recording.childrenOf("prometheus"))
        .containsExactlyInAnyOrder(
            "kubernetes:security.istio.io/v1:PeerAuthentication prometheus-plain",
            "kubernetes:security.istio.io/v1:AuthorizationPolicy prometheus-authorization");
    assertYaml(
        recording.get("prometheus-plain").inputs(),
        "/spec",
        """
        selector: {matchLabels: {app.kubernetes.io/name: prometheus}}
        mtls: {mode: STRICT}
        portLevelMtls: {"8080": {mode: PERMISSIVE}, "9090": {mode: PERMISSIVE}}
        """);
    assertYaml(
        recording.get("prometheus-authorization").inputs(),
        "/spec",
        """
        selector: {matchLabels: {app.kubernetes.io/name: prometheus}}
        action: ALLOW
        rules: [{to: [{operation: {ports: ["8080", "9090"]}}]}]
        """);
    assertYaml(recording.get("prometheus-plain").inputs(), "/metadata/namespace", "monitoring");
  }
}
