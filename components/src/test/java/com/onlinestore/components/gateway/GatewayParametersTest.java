package com.onlinestore.components.gateway;

import static com.onlinestore.components.Yaml.assertYaml;
import static com.onlinestore.components.gateway.Gateways.route;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import com.onlinestore.components.cluster.ClusterFacts;
import com.onlinestore.components.cluster.Facts;
import com.onlinestore.components.kubernetes.Labels;
import com.onlinestore.components.settings.Profile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The numbers of GatewayValuesTest, in the form that istiod takes. */
class GatewayParametersTest {

  @Test
  void istiodKnowsEachPart() {
    assertThat(data(Profile.PROD, Facts.SPECIAL).keySet())
        .containsExactlyInAnyOrder(
            "deployment", "service", "horizontalPodAutoscaler", "podDisruptionBudget");
  }

  @Test
  void inProdItSurvivesANodeAndADrain() {
    Map<String, String> data = data(Profile.PROD, Facts.SHARED);

    assertPatch(
        data,
        "horizontalPodAutoscaler",
        """
        spec:
          minReplicas: 2
          maxReplicas: 6
          metrics:
            - type: Resource
              resource: {name: cpu, target: {type: Utilization, averageUtilization: 75}}
        """);
    assertPatch(
        data,
        "podDisruptionBudget",
        "spec: {maxUnavailable: 1, unhealthyPodEvictionPolicy: AlwaysAllow}");
  }

  @Test
  void aRestrictedNamespaceAcceptsItsPodsWhichDrainBeforeTheyAreKilled() {
    assertPatch(
        data(Profile.DEV, Facts.SHARED),
        "deployment",
        """
        spec:
          template:
            metadata:
              annotations:
                proxy.istio.io/config: '{"terminationDrainDuration":"45s"}'
            spec:
              terminationGracePeriodSeconds: 60
              securityContext:
                seccompProfile: {type: RuntimeDefault}
                sysctls: [{name: net.ipv4.ip_unprivileged_port_start, value: "0"}]
              topologySpreadConstraints:
                - maxSkew: 1
                  topologyKey: topology.kubernetes.io/zone
                  whenUnsatisfiable: ScheduleAnyway
                  labelSelector: {matchLabels: {istio: store-gateway}}
                - maxSkew: 1
                  topologyKey: kubernetes.io/hostname
                  whenUnsatisfiable: ScheduleAnyway
                  labelSelector: {matchLabels: {istio: store-gateway}}
              containers:
                - name: istio-proxy
                  resources:
                    requests: {cpu: 100m, memory: 128Mi}
                    limits: {cpu: "2", memory: 1Gi}
        """);
  }

  @Test
  void theServiceOpensNoPortButThoseOfTheListeners() {
    assertPatch(
        data(Profile.DEV, Facts.WITHOUT_LOAD_BALANCER),
        "service",
        "spec: {ports: [{port: 15021, $patch: delete}]}");
    assertPatch(
        data(Profile.DEV, Facts.SPECIAL),
        "service",
        """
        spec:
          externalTrafficPolicy: Local
          ports: [{port: 15021, $patch: delete}]
        """);
  }

  private static void assertPatch(Map<String, String> data, String part, String yaml) {
    assertYaml(Yaml.read(Map.class, data.get(part)), "", yaml);
  }

  private static Map<String, String> data(Profile profile, ClusterFacts facts) {
    GatewaySettings settings = Gateways.plain(route("/", "orders"));
    return new GatewayParameters(new GatewayPods("store-gateway", settings, profile, facts))
        .configMap(Labels.metadata("store-gateway", "store-gateway", Map.of()))
        .getData();
  }
}
