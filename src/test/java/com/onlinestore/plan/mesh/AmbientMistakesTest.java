package com.onlinestore.plan.mesh;

import static com.onlinestore.plan.mesh.Inventories.mistakes;
import static com.onlinestore.plan.mesh.Inventories.storeWith;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AmbientMistakesTest {

  private static final String WAYPOINT =
      """
      apiVersion: gateway.networking.k8s.io/v1
      kind: Gateway
      metadata: {name: waypoint, namespace: store}
      spec: {gatewayClassName: istio-waypoint}
      """;

  @Test
  void whatTheWaypointDecidesNamesItsService() {
    assertThat(
            mistakes(
                storeWith(
                    namespace("waypoint"), WAYPOINT, policy("targetRefs: " + services("orders")))))
        .isEmpty();
  }

  @Test
  void aWaypointMustBeThere() {
    assertThat(mistakes(storeWith(namespace("waypont"), WAYPOINT)))
        .containsExactly(
            "Namespace store metadata.labels: \"waypont\" is not a waypoint of store, so requests"
                + " pass none: correct the name.");
  }

  @Test
  void aWaypointOfAnotherNamespaceOrNoneIsNothingToSay() {
    assertThat(mistakes(storeWith(namespace("none")))).isEmpty();
    assertThat(mistakes(storeWith(namespace("far, istio.io/use-waypoint-namespace: edge"))))
        .isEmpty();
  }

  @Test
  void aPolicyOfAServiceHoldsWhereRequestsPassAWaypoint() {
    assertThat(mistakes(storeWith(namespace("none"), policy("targetRefs: " + services("orders")))))
        .containsExactly(
            "AuthorizationPolicy store/mine spec.targetRefs[0]: requests for Service orders pass no"
                + " waypoint, so it holds for nothing: label the Service or its namespace"
                + " istio.io/use-waypoint.");
  }

  @Test
  void theProxyOfANodeSeesNoRequests() {
    String selector = "selector: {matchLabels: {app.kubernetes.io/name: orders}}";

    assertThat(mistakes(storeWith(namespace("waypoint"), WAYPOINT, policy(selector))))
        .containsExactly(
            "AuthorizationPolicy store/mine spec.rules[0].to[0].operation.methods: the proxy of a"
                + " node sees no requests: name the Service in spec.targetRefs, so that the waypoint"
                + " decides.");
    assertThat(mistakes(storeWith(policy(selector)))).isEmpty();
  }

  @Test
  void noSidecarReadsWhatIsForOne() {
    String filter =
        """
        apiVersion: networking.istio.io/v1alpha3
        kind: EnvoyFilter
        metadata: {name: mine, namespace: store}
        spec: {workloadSelector: {labels: {%s}}}
        """;

    assertThat(
            mistakes(
                storeWith(
                    namespace("waypoint"),
                    WAYPOINT,
                    filter.formatted("app.kubernetes.io/name: orders"))))
        .containsExactly(
            "EnvoyFilter store/mine spec.workloadSelector.labels: these pods have no sidecar in an"
                + " ambient mesh, so it holds for nothing: remove it.");
    assertThat(mistakes(storeWith(filter.formatted("app.kubernetes.io/name: orders")))).isEmpty();
  }

  private static String namespace(String waypoint) {
    return """
    apiVersion: v1
    kind: Namespace
    metadata:
      name: store
      labels: {istio.io/dataplane-mode: ambient, istio.io/use-waypoint: %s}
    """
        .formatted(waypoint);
  }

  private static String services(String name) {
    return "[{kind: Service, group: \"\", name: %s}]".formatted(name);
  }

  private static String policy(String target) {
    return """
    apiVersion: security.istio.io/v1
    kind: AuthorizationPolicy
    metadata: {name: mine, namespace: store}
    spec:
      %s
      rules: [{to: [{operation: {ports: ["8080"], methods: [GET]}}]}]
    """
        .formatted(target);
  }
}
