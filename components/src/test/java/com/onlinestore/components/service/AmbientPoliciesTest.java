package com.onlinestore.components.service;

import static com.onlinestore.components.Yaml.assertYaml;
import static com.onlinestore.components.Yaml.part;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.kubernetes.Labels;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AmbientPoliciesTest {

  private static final Store STORE =
      Stores.ambient(
          Stores.exposing(
              Stores.of(
                  Map.of(
                      "orders", Stores.calling("products"),
                      "products", Stores.service().build(),
                      "reports", Stores.service().build())),
              Set.of("orders")));

  @Test
  void theNetworkKnowsTheWaypointPrometheusAndTheKubelet() {
    assertYaml(
        rules("products").networkPolicy(),
        "/spec/ingress",
        """
        - from:
            - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: store}}
              podSelector: {matchLabels: {gateway.networking.k8s.io/gateway-name: waypoint}}
          ports: [{port: 15008, protocol: TCP}]
        - from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: monitoring}}}]
          ports: [{port: 15008, protocol: TCP}]
        - from:
            - {ipBlock: {cidr: 169.254.7.127/32}}
            - {ipBlock: {cidr: "fd16:9254:7127:1337:ffff:ffff:ffff:ffff/128"}}
          ports: [{port: 8080, protocol: TCP}]
        """);
  }

  @Test
  void aCallerReachesTheWaypointAndTheCollectorOfSpans() {
    assertYaml(
        rules("orders").networkPolicy(),
        "/spec/egress/1",
        """
        to:
          - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: store}}
            podSelector: {matchLabels: {gateway.networking.k8s.io/gateway-name: waypoint}}
        ports: [{port: 15008, protocol: TCP}]
        """);
    assertThat(part(rules("orders").networkPolicy(), "/spec/egress")).hasSize(3);
    assertThat(part(rules("products").networkPolicy(), "/spec/egress")).hasSize(2);
  }

  @Test
  void whoCallsWhomIsDecidedAtTheWaypoint() {
    assertYaml(
        rules("products").authorizationPolicy(),
        "/spec",
        """
        targetRefs: [{kind: Service, name: products}]
        action: ALLOW
        rules:
          - from: [{source: {principals: [cluster.local/ns/store/sa/orders]}}]
            to: [{operation: {ports: ["8080"]}}]
        """);
  }

  @Test
  void aPodAnswersTheWaypointAndPrometheusForItsMetrics() {
    assertYaml(
        ambient("products").podsPolicy(),
        "",
        """
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata:
          name: products.pods
          namespace: store
          labels:
            app.kubernetes.io/name: products
            app.kubernetes.io/part-of: store
            app.kubernetes.io/managed-by: pulumi
        spec:
          selector: {matchLabels: {app.kubernetes.io/name: products}}
          action: ALLOW
          rules:
            - from: [{source: {principals: [cluster.local/ns/store/sa/waypoint]}}]
              to: [{operation: {ports: ["8080"]}}]
            - from: [{source: {namespaces: [monitoring]}}]
              to: [{operation: {ports: ["8080"]}}]
        """);
  }

  @Test
  void aServiceThatNobodyCallsIsClosedToTheWaypointToo() {
    assertThat(part(rules("reports").networkPolicy(), "/spec/ingress")).hasSize(2);
    assertThat(part(rules("reports").authorizationPolicy(), "/spec/rules").isMissingNode())
        .isTrue();
    assertYaml(
        ambient("reports").podsPolicy(),
        "/spec/rules",
        """
        - from: [{source: {namespaces: [monitoring]}}]
          to: [{operation: {ports: ["8080"]}}]
        """);
  }

  @Test
  void theWaypointIsReachedByCallersAndReachesTheCalled() {
    WaypointNetwork waypoint = new WaypointNetwork(STORE);
    String namespace = "{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: %s}}";

    assertYaml(
        waypoint.policy(Labels.metadata("waypoint", "store", Map.of())),
        "/spec/ingress/0",
        """
        from:
          - %s, podSelector: {matchLabels: {istio: store-gateway}}}
          - %s, podSelector: {matchLabels: {app.kubernetes.io/name: orders}}}
        ports: [{port: 15008, protocol: TCP}]
        """
            .formatted(namespace.formatted("store-gateway"), namespace.formatted("store")));
    assertYaml(
        waypoint.policy(Labels.metadata("waypoint", "store", Map.of())),
        "/spec/egress/3",
        """
        to:
          - %s, podSelector: {matchLabels: {app.kubernetes.io/name: orders}}}
          - %s, podSelector: {matchLabels: {app.kubernetes.io/name: products}}}
        ports: [{port: 15008, protocol: TCP}]
        """
            .formatted(namespace.formatted("store"), namespace.formatted("store")));
  }

  /** A sidecar would read this; without one it is noise, and the pods restart for nothing. */
  @Test
  void podsSayNothingOfSidecars() {
    ServiceWorkload workload =
        new ServiceWorkload("orders", STORE.graph().settingsOf("orders"), STORE);

    assertThat(part(workload.deployment(), "/spec/template/metadata/annotations").isMissingNode())
        .isTrue();
  }

  @Test
  void prometheusAsksTheApplicationItself() {
    ServiceTraffic traffic =
        new ServiceTraffic("orders", STORE.graph().settingsOf("orders"), STORE);

    assertYaml(
        traffic.podMonitor().orElseThrow(),
        "/spec/podMetricsEndpoints",
        "[{port: http, path: /metrics, interval: 15s}]");
  }

  @Test
  void aServiceWithoutRequestsHasNoMetricsToAskFor() {
    Store store =
        Stores.ambient(Stores.of("cache", Stores.service().protocol(PortProtocol.TCP).build()));
    ServiceSettings cache = store.graph().settingsOf("cache");

    assertThat(new ServiceTraffic("cache", cache, store).podMonitor()).isEmpty();
    assertThat(
            part(new AmbientPolicies("cache", cache, store).podsPolicy(), "/spec/rules")
                .isMissingNode())
        .isTrue();
  }

  /** At the gateway they would be applied once more. */
  @Test
  void trafficRulesAreForTheWaypointAlone() {
    ServiceTraffic traffic =
        new ServiceTraffic("orders", STORE.graph().settingsOf("orders"), STORE);

    assertYaml(traffic.destinationRule(), "/spec/exportTo", "[.]");
  }

  private static ServicePolicies rules(String service) {
    return new ServicePolicies(service, STORE.graph().settingsOf(service), STORE);
  }

  private static AmbientPolicies ambient(String service) {
    return new AmbientPolicies(service, STORE.graph().settingsOf(service), STORE);
  }
}
