package com.onlinestore.components.mesh;

import static com.onlinestore.components.Yaml.assertYaml;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import com.onlinestore.components.kubernetes.Labels;
import com.onlinestore.components.settings.Profile;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WaypointTest {

  private static final ObjectMeta METADATA = Labels.metadata("waypoint", "store", Map.of());
  private static final Waypoint DEV = waypoint(Profile.DEV, null);

  /** The API server refuses a reference without a group, and the core group has no name. */
  @Test
  void isAGatewayThatNamesTheGroupOfItsParameters() {
    assertYaml(
        DEV.gateway(METADATA),
        "",
        """
        apiVersion: gateway.networking.k8s.io/v1
        kind: Gateway
        metadata: {name: waypoint, namespace: store}
        spec:
          gatewayClassName: istio-waypoint
          infrastructure: {parametersRef: {group: "", kind: ConfigMap, name: waypoint}}
          listeners: [{name: mesh, port: 15008, protocol: HBONE}]
        """);
  }

  @Test
  void isMadeByTheControlPlaneOfItsRevision() {
    assertYaml(
        waypoint(Profile.DEV, "stable").gateway(METADATA),
        "/metadata/labels",
        "{istio.io/rev: stable}");
  }

  /** istiod's own template has none of this. */
  @Test
  void itsPodsAreRestrictedAndSpread() {
    assertOverlay(
        DEV,
        "deployment",
        """
        spec:
          template:
            spec:
              securityContext: {seccompProfile: {type: RuntimeDefault}}
              topologySpreadConstraints:
                - maxSkew: 1
                  topologyKey: topology.kubernetes.io/zone
                  whenUnsatisfiable: ScheduleAnyway
                  labelSelector:
                    matchLabels: {gateway.networking.k8s.io/gateway-name: waypoint}
                - maxSkew: 1
                  topologyKey: kubernetes.io/hostname
                  whenUnsatisfiable: ScheduleAnyway
                  labelSelector:
                    matchLabels: {gateway.networking.k8s.io/gateway-name: waypoint}
              containers:
                - name: istio-proxy
                  resources:
                    requests: {cpu: 100m, memory: 128Mi}
                    limits: {cpu: "2", memory: 1Gi}
        """);
    assertOverlay(
        DEV,
        "podDisruptionBudget",
        "spec: {maxUnavailable: 1, unhealthyPodEvictionPolicy: AlwaysAllow}");
  }

  @Test
  void oneIsEnoughInDevAndNoneGoesMissingInProd() {
    String autoscaler =
        """
        spec:
          minReplicas: %d
          maxReplicas: %d
          metrics:
            - type: Resource
              resource: {name: cpu, target: {type: Utilization, averageUtilization: 75}}
        """;

    assertOverlay(DEV, "horizontalPodAutoscaler", autoscaler.formatted(1, 2));
    assertOverlay(
        waypoint(Profile.PROD, null), "horizontalPodAutoscaler", autoscaler.formatted(2, 6));
  }

  @Test
  void isKnownByLabelAndIdentity() {
    assertThat(Waypoint.principal("store")).isEqualTo("cluster.local/ns/store/sa/waypoint");
    assertYaml(
        Waypoint.peer("store"),
        "/podSelector/matchLabels",
        "{gateway.networking.k8s.io/gateway-name: waypoint}");
  }

  private static void assertOverlay(Waypoint waypoint, String key, String expected) {
    ConfigMap overlays = waypoint.overlays(METADATA);
    assertThat(overlays.getData())
        .containsOnlyKeys("deployment", "horizontalPodAutoscaler", "podDisruptionBudget");
    assertYaml(Yaml.read(Map.class, overlays.getData().get(key)), "", expected);
  }

  private static Waypoint waypoint(Profile profile, String revision) {
    MeshSettings ambient = Yaml.read(MeshSettings.class, "mode: ambient");
    return new Waypoint(profile, ambient.proxy(), revision);
  }
}
