package com.onlinestore.plan.mesh;

import static com.onlinestore.plan.mesh.Inventories.mistakes;
import static com.onlinestore.plan.mesh.Inventories.storeWith;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HttpRouteMistakesTest {

  private static final String GATEWAY =
      """
      apiVersion: gateway.networking.k8s.io/v1
      kind: Gateway
      metadata: {name: door, namespace: doors}
      spec:
        gatewayClassName: istio
        infrastructure: {labels: {istio: door}}
        listeners: [{name: http, port: 80, protocol: HTTP}]
      """;

  private static final String GRANT =
      """
      apiVersion: gateway.networking.k8s.io/v1beta1
      kind: ReferenceGrant
      metadata: {name: orders, namespace: store}
      spec:
        from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: doors}]
        to: [{group: "", kind: Service, name: orders}]
      """;

  private static final String ROUTE =
      """
      apiVersion: gateway.networking.k8s.io/v1
      kind: HTTPRoute
      metadata: {name: shop, namespace: doors}
      spec:
        parentRefs: [{name: door, sectionName: http}]
        rules:
          - filters:
              - type: RequestMirror
                requestMirror: {backendRef: {name: orders, namespace: store, port: 80}}
            backendRefs: [{name: orders, namespace: store, port: 80}]
      """;

  /** The plan has no pods with these labels: istiod makes them. */
  private static final String POLICIES =
      """
      apiVersion: security.istio.io/v1
      kind: AuthorizationPolicy
      metadata: {name: by-label, namespace: doors}
      spec: {selector: {matchLabels: {istio: door}}}
      ---
      apiVersion: security.istio.io/v1
      kind: AuthorizationPolicy
      metadata: {name: by-name, namespace: doors}
      spec: {targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: door}]}
      """;

  @Test
  void aGatewayThatIstiodMakesItsRoutesAndItsPoliciesAreNone() {
    assertThat(mistakes(storeWith(GATEWAY, GRANT, ROUTE, POLICIES))).isEmpty();
  }

  @Test
  void aRouteNamesAGatewayAndAListenerThatAreThere() {
    assertThat(
            mistakes(
                storeWith(
                    GATEWAY,
                    GRANT,
                    ROUTE.replace(
                        "[{name: door, sectionName: http}]",
                        "[{name: dor}, {name: door, sectionName: https}, {kind: Service, name: x}]"))))
        .containsExactly(
            "HTTPRoute doors/shop spec.parentRefs[0]: \"doors/dor\" is not a Gateway of the plan:"
                + " correct name and namespace. Did you mean \"doors/door\"?",
            "HTTPRoute doors/shop spec.parentRefs[1].sectionName: \"https\" is not a listener of"
                + " Gateway doors/door: correct it. Did you mean \"http\"?");
  }

  @Test
  void itsServicesAndTheirPortsAreThere() {
    assertThat(
            mistakes(
                storeWith(
                    GATEWAY,
                    GRANT,
                    ROUTE.replace(
                        "backendRefs: [{name: orders, namespace: store, port: 80}]",
                        "backendRefs: [{name: orders, namespace: store, port: 8080},"
                            + " {name: orders, port: 80}]"))))
        .containsExactly(
            "HTTPRoute doors/shop spec.rules[0].backendRefs[0].port: 8080 is not a port of"
                + " orders.store.svc.cluster.local ([80]): take one.",
            "HTTPRoute doors/shop spec.rules[0].backendRefs[1]: \"orders.doors.svc.cluster.local\""
                + " is neither a Service nor the host of a ServiceEntry: correct it, or declare it."
                + " Did you mean \"orders.store.svc.cluster.local\"?");
  }

  @Test
  void servicesOfOthersGiveTheirLeaveToThisKindInThisNamespace() {
    String refusal =
        "HTTPRoute doors/shop spec.rules[0].%s: no ReferenceGrant in store lets HTTPRoutes of doors"
            + " reach Service orders, so it is answered 500: add one.";

    for (String grant :
        new String[] {
          "",
          GRANT.replace("name: orders}]", "name: users}]"),
          GRANT.replace("namespace: doors", "namespace: edge"),
          GRANT.replace("namespace: store", "namespace: edge"),
          GRANT.replace("kind: HTTPRoute", "kind: GRPCRoute")
        }) {
      assertThat(mistakes(storeWith(GATEWAY, ROUTE, grant)))
          .as(grant)
          .containsExactly(
              refusal.formatted("backendRefs[0]"),
              refusal.formatted("filters[0].requestMirror.backendRef"));
    }
    assertThat(mistakes(storeWith(GATEWAY, ROUTE, GRANT.replace(", name: orders}]", "}]"))))
        .isEmpty();
  }
}
