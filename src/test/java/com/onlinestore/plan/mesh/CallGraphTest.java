package com.onlinestore.plan.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CallGraphTest {

  @Test
  void aPrincipalIsTheServiceWithThatAccountAndSelfCallsAndCyclesAreEdges() {
    assertThat(
            calls(
                pods("orders"),
                pods("payments"),
                policy(
                    "orders",
                    "ALLOW",
                    """
                    [{from: [{source: {principals: [cluster.local/ns/store/sa/payments,
                                                    cluster.local/ns/store/sa/orders]}}],
                      to: [{operation: {ports: ["8080"], methods: [GET, POST]}},
                           {operation: {paths: [/health]}}]}]
                    """),
                policy(
                    "payments",
                    "ALLOW",
                    "[{from: [{source: {principals: [cluster.local/ns/store/sa/orders]}}]}]")))
        .containsExactly(
            "anyone > edge/entrance [] [] [] [no policy holds for it]",
            "store/orders > store/orders [8080] [GET, POST] [] []",
            "store/orders > store/orders [] [] [/health] []",
            "store/orders > store/payments [] [] [] []",
            "store/payments > store/orders [8080] [GET, POST] [] []",
            "store/payments > store/orders [] [] [/health] []");
  }

  @Test
  void theVersionsOfAServiceAreOneNode() {
    assertThat(
            calls(
                pods("orders"),
                pods("orders").replace("name: orders,", "name: orders-v2,"),
                policy("orders", "ALLOW", "[{to: [{operation: {ports: [\"1\"]}}]}]")))
        .containsExactly(
            "anyone > edge/entrance [] [] [] [no policy holds for it]",
            "anyone > store/orders [1] [] [] []");
  }

  @Test
  void callersAreAlsoNamespacesAccountsOfOthersAndWhoeverMeetsConditions() {
    assertThat(
            calls(
                pods("orders"),
                policy(
                    "orders",
                    "ALLOW",
                    """
                    [{from: [{source: {namespaces: [monitoring]}},
                             {source: {principals: ["*", mesh/ns/batch/sa/nightly, "mesh/ns/b/*"]}},
                             {source: {serviceAccounts: [batch/daily]}},
                             {source: {principals: [mesh/ns/edge/sa/entrance],
                                       requestPrincipals: ["issuer/*"], ipBlocks: [10.0.0.0/8]}},
                             {source: {notNamespaces: [legacy]}}],
                      when: [{key: "request.auth.claims[role]", values: [admin, owner]},
                             {key: request.headers, notValues: [x]}]}]
                    """)))
        .contains(
            "monitoring/anyone > store/orders [] [] [] [request.auth.claims[role] = admin or owner,"
                + " request.headers ≠ x]",
            "anyone in the mesh > store/orders [] [] [] [request.auth.claims[role] = admin or"
                + " owner, request.headers ≠ x]",
            "batch/nightly > store/orders [] [] [] [request.auth.claims[role] = admin or owner,"
                + " request.headers ≠ x]",
            "mesh/ns/b/* > store/orders [] [] [] [request.auth.claims[role] = admin or owner,"
                + " request.headers ≠ x]",
            "batch/daily > store/orders [] [] [] [request.auth.claims[role] = admin or owner,"
                + " request.headers ≠ x]",
            "edge/entrance > store/orders [] [] [] [ipBlocks 10.0.0.0/8, requestPrincipals"
                + " issuer/*, request.auth.claims[role] = admin or owner, request.headers ≠ x]",
            "anyone > store/orders [] [] [] [notNamespaces legacy, request.auth.claims[role] ="
                + " admin or owner, request.headers ≠ x]");
  }

  @Test
  void podsThatNoPolicyHoldsForAreOpenAndAnEmptyPolicyOfTheNamespaceClosesThem() {
    String service =
        """
        apiVersion: v1
        kind: Service
        metadata: {name: orders, namespace: store}
        spec: {selector: {app.kubernetes.io/name: orders}, ports: [{port: 80, name: http}]}
        """;
    String closed =
        """
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata: {name: closed, namespace: %s}
        spec: {}
        """;
    String open = "anyone > store/orders [] [] [] [no policy holds for it]";
    assertThat(calls(pods("orders"), service)).contains(open);
    assertThat(calls(pods("orders"), service, closed.formatted("store"))).doesNotContain(open);
    assertThat(calls(pods("orders"), service, closed.formatted("istio-system"))).isEmpty();
  }

  @Test
  void whatIsDeniedIsARefusalAndOpensNothing() {
    CallGraph graph =
        graph(
            pods("orders"),
            policy("orders", "ALLOW", "[]"),
            policy(
                "orders",
                "DENY",
                "[{from: [{source: {notRequestPrincipals: [\"*\"]}}],"
                    + " to: [{operation: {methods: [DELETE]}}]}]"));
    assertThat(texts(graph.calls()))
        .containsExactly("anyone > edge/entrance [] [] [] [no policy holds for it]");
    assertThat(texts(graph.refusals()))
        .containsExactly("anyone > store/orders [] [DELETE] [] [notRequestPrincipals *]");
  }

  @Test
  void hostsOutsideAreThoseThatASidecarLetsThePodsKnow() {
    String entry =
        """
        apiVersion: networking.istio.io/v1
        kind: ServiceEntry
        metadata: {name: outside, namespace: store}
        spec:
          hosts: [api.example.com]
          exportTo: ["."]
          ports: [{number: 443, protocol: TLS}, {number: 80, protocol: HTTP}]
        """;
    String sidecar =
        """
        apiVersion: networking.istio.io/v1
        kind: Sidecar
        metadata: {name: %1$s, namespace: store}
        spec:
          workloadSelector: {labels: {app.kubernetes.io/name: %1$s}}
          egress: [{hosts: ["%2$s", "istio-system/*"]}]
        """;
    assertThat(
            calls(
                pods("orders"),
                pods("payments"),
                pods("users"),
                pods("stock"),
                entry,
                sidecar.formatted("orders", "./api.example.com"),
                sidecar.formatted("payments", "./other.example.com"),
                sidecar.formatted("users", "*/*.example.com")))
        .containsExactly(
            "anyone > edge/entrance [] [] [] [no policy holds for it]",
            "store/orders > api.example.com [HTTP 80] [] [] []",
            "store/orders > api.example.com [TLS 443] [] [] []",
            "store/stock > api.example.com [HTTP 80] [] [] []",
            "store/stock > api.example.com [TLS 443] [] [] []",
            "store/users > api.example.com [HTTP 80] [] [] []",
            "store/users > api.example.com [TLS 443] [] [] []");
  }

  @Test
  void aSidecarThatSaysNothingOfEgressLeavesItToTheNext() {
    String entry =
        """
        apiVersion: networking.istio.io/v1
        kind: ServiceEntry
        metadata: {name: outside, namespace: store}
        spec: {hosts: [api.example.com], ports: [{number: 443, protocol: TLS}]}
        """;
    String own =
        """
        apiVersion: networking.istio.io/v1
        kind: Sidecar
        metadata: {name: own, namespace: store}
        spec: {workloadSelector: {labels: {app.kubernetes.io/name: orders}}}
        """;
    String ofTheNamespace =
        """
        apiVersion: networking.istio.io/v1
        kind: Sidecar
        metadata: {name: default, namespace: store}
        spec: {egress: [{hosts: ["istio-system/*"]}]}
        """;
    String call = "store/orders > api.example.com [TLS 443] [] [] []";
    assertThat(calls(pods("orders"), entry, own)).contains(call);
    assertThat(calls(pods("orders"), entry, own, ofTheNamespace)).doesNotContain(call);
  }

  @Test
  void aPolicyOfAServiceAtAWaypointHoldsForItsPodsAndAWaypointIsAGateway() {
    String service =
        """
        apiVersion: v1
        kind: Service
        metadata: {name: orders, namespace: store}
        spec: {selector: {app.kubernetes.io/name: orders}, ports: [{port: 80, name: http}]}
        """;
    String waypoint =
        """
        apiVersion: gateway.networking.k8s.io/v1
        kind: Gateway
        metadata: {name: waypoint, namespace: store}
        spec:
          gatewayClassName: istio-waypoint
          listeners: [{name: mesh, port: 15008, protocol: HBONE}]
        """;
    String policy =
        """
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata: {name: %s, namespace: store}
        spec:
          %s
          rules: [{from: [{source: {principals: [cluster.local/ns/store/sa/%s]}}]}]
        """;
    assertThat(
            calls(
                pods("orders"),
                pods("payments"),
                service,
                waypoint,
                policy.formatted(
                    "by-reference",
                    "targetRefs: [{kind: Service, group: \"\", name: orders}]",
                    "payments"),
                policy.formatted(
                    "by-label",
                    "selector: {matchLabels: {app.kubernetes.io/name: orders}}",
                    "waypoint"),
                policy.formatted(
                    "of-the-waypoint",
                    "targetRefs: [{kind: Gateway, group: gateway.networking.k8s.io, name:"
                        + " waypoint}]",
                    "payments")))
        .containsExactly(
            "anyone > edge/entrance [] [] [] [no policy holds for it]",
            "store/waypoint > store/orders [] [] [] []",
            "store/payments > store/waypoint [] [] [] []",
            "store/payments > store/orders [] [] [] []");
  }

  @Test
  void aGatewayCallsThoseHostsThatItsRoutesName() {
    String entry =
        """
        apiVersion: networking.istio.io/v1
        kind: ServiceEntry
        metadata: {name: outside, namespace: edge}
        spec: {hosts: [%s], ports: [{number: 443, protocol: TLS}]}
        """;
    assertThat(
            texts(
                CallGraph.of(
                        Inventories.storeBut(
                            "host: orders.store.svc.cluster.local, port: {number: 80}",
                            "host: api.example.com",
                            entry.formatted("api.example.com"),
                            entry.formatted("other.example.com")))
                    .calls()))
        .contains("edge/entrance > api.example.com [TLS 443] [] [] []")
        .doesNotContain("edge/entrance > other.example.com [TLS 443] [] [] []");
  }

  private static List<String> calls(String first, String... more) {
    return texts(graph(first, more).calls());
  }

  private static CallGraph graph(String first, String... more) {
    return CallGraph.of(Inventories.of(first, more));
  }

  private static List<String> texts(List<Call> calls) {
    return calls.stream()
        .map(
            call ->
                "%s > %s %s %s %s %s"
                    .formatted(
                        call.from(),
                        call.to(),
                        call.ports(),
                        call.methods(),
                        call.paths(),
                        call.conditions()))
        .toList();
  }

  private static String pods(String name) {
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: %1$s, namespace: store}
    spec:
      template:
        metadata: {labels: {app.kubernetes.io/name: %1$s}}
        spec: {serviceAccountName: %1$s, containers: [{name: app}]}
    """
        .formatted(name);
  }

  private static String policy(String name, String action, String rules) {
    return """
    apiVersion: security.istio.io/v1
    kind: AuthorizationPolicy
    metadata: {name: %s-%s, namespace: store}
    spec:
      selector: {matchLabels: {app.kubernetes.io/name: %s}}
      action: %s
      rules: %s
    """
        .formatted(name, action.toLowerCase(java.util.Locale.ROOT), name, action, rules.strip());
  }
}
