package com.onlinestore.components.gateway;

import static com.onlinestore.components.EgressRules.COLLECTOR;
import static com.onlinestore.components.EgressRules.DNS;
import static com.onlinestore.components.EgressRules.ISTIOD;
import static com.onlinestore.components.Yaml.assertYaml;
import static com.onlinestore.components.gateway.Gateways.route;

import org.junit.jupiter.api.Test;

class GatewayPoliciesTest {

  private static final GatewaySettings PLAIN =
      Gateways.plain(route("/products", "products"), route("/", "orders"));

  @Test
  void everybodyReachesTheListenersAndTheHealthPort() {
    assertYaml(
        policies(PLAIN).networkPolicy(),
        "/spec/ingress",
        """
        - ports: [{port: 80, protocol: TCP}, {port: 15021, protocol: TCP}]
        - from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: monitoring}}}]
          ports: [{port: 15020, protocol: TCP}, {port: 15090, protocol: TCP}]
        """);
    assertYaml(
        policies(Gateways.encrypted(route("/", "orders"))).networkPolicy(),
        "/spec/ingress/0/ports",
        """
        - {port: 80, protocol: TCP}
        - {port: 443, protocol: TCP}
        - {port: 15021, protocol: TCP}
        """);
  }

  @Test
  void theGatewayReachesNamesControlPlaneCollectorAndExposedServicesOnly() {
    assertYaml(
        policies(PLAIN).networkPolicy(),
        "/spec/egress",
        DNS
            + ISTIOD
            + COLLECTOR
            + """
        - to:
            - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: store}}
              podSelector: {matchLabels: {app.kubernetes.io/name: orders}}
          ports: [{port: 8080, protocol: TCP}]
        - to:
            - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: store}}
              podSelector: {matchLabels: {app.kubernetes.io/name: products}}
          ports: [{port: 9898, protocol: TCP}]
        """);
    assertYaml(
        policies(PLAIN).networkPolicy(),
        "/spec/podSelector",
        "matchLabels: {istio: store-gateway}");
    assertYaml(policies(PLAIN).networkPolicy(), "/spec/policyTypes", "[Ingress, Egress]");
    assertYaml(policies(PLAIN).networkPolicy(), "/metadata/namespace", "store-gateway");
  }

  /** Deny-by-default holds for the gateway's own traffic too. */
  @Test
  void theGatewayHasAnAllowOfItsOwnForItsListeners() {
    assertYaml(
        policies(PLAIN).authorizationPolicy(),
        "",
        """
        selector: {matchLabels: {istio: store-gateway}}
        action: ALLOW
        rules: [{to: [{operation: {ports: ["80"]}}]}]
        """);
    assertYaml(
        policies(Gateways.encrypted(route("/", "orders"))).authorizationPolicy(),
        "/rules",
        "[{to: [{operation: {ports: [\"80\", \"443\"]}}]}]");
  }

  private static GatewayPolicies policies(GatewaySettings settings) {
    return new GatewayPolicies("store-gateway", settings, Gateways.store(settings));
  }
}
