package com.onlinestore.components.gateway;

import static com.onlinestore.components.Yaml.assertYaml;
import static com.onlinestore.components.gateway.Gateways.route;

import com.onlinestore.components.cluster.ClusterFacts;
import com.onlinestore.components.cluster.Facts;
import com.onlinestore.components.kubernetes.Labels;
import com.onlinestore.components.settings.Profile;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiListenersTest {

  private static final GatewaySettings PLAIN = Gateways.plain(route("/", "orders"));

  @Test
  void istiodMakesProxiesWithTheLabelsThatPoliciesSelect() {
    assertYaml(
        listeners(PLAIN, Facts.SHARED).gateway(),
        "",
        """
        gatewayClassName: istio
        infrastructure:
          labels: {istio: store-gateway}
          parametersRef: {group: "", kind: ConfigMap, name: store-gateway}
        listeners:
          - name: http
            port: 80
            protocol: HTTP
            allowedRoutes: {namespaces: {from: Same}}
        """);
  }

  @Test
  void httpsHasTheCertificateOfTheSecret() {
    assertYaml(
        listeners(Gateways.encrypted(route("/", "orders")), Facts.SHARED).gateway(),
        "/listeners/1",
        """
        name: https
        port: 443
        protocol: HTTPS
        tls: {mode: Terminate, certificateRefs: [{name: store-tls}]}
        allowedRoutes: {namespaces: {from: Same}}
        """);
  }

  @Test
  void theLoadBalancerIsOfTheClustersKind() {
    assertYaml(
        listeners(PLAIN, Facts.SPECIAL).gateway(), "/infrastructure/annotations", "{lb/type: nlb}");
    assertYaml(
        metadata(Facts.SPECIAL),
        "/annotations",
        """
        networking.istio.io/service-type: LoadBalancer
        pulumi.com/waitFor: condition=Programmed
        """);
  }

  @Test
  void withoutLoadBalancersItIsAPortOfTheNodes() {
    assertYaml(
        metadata(Facts.WITHOUT_LOAD_BALANCER),
        "/annotations",
        """
        networking.istio.io/service-type: NodePort
        pulumi.com/waitFor: condition=Programmed
        """);
  }

  private static Object metadata(ClusterFacts facts) {
    return listeners(PLAIN, facts).metadata(Labels.metadata("g", "g", Map.of()));
  }

  private static ApiListeners listeners(GatewaySettings settings, ClusterFacts facts) {
    return new ApiListeners(new GatewayPods("store-gateway", settings, Profile.DEV, facts));
  }
}
