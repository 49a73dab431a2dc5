package com.onlinestore.components.service;

import static com.onlinestore.components.EgressRules.COLLECTOR;
import static com.onlinestore.components.EgressRules.DNS;
import static com.onlinestore.components.EgressRules.ISTIOD;
import static com.onlinestore.components.Yaml.assertYaml;
import static com.onlinestore.components.Yaml.part;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServicePoliciesTest {

  private static final Store STORE =
      Stores.of(
          Map.of(
              "orders",
              Yaml.read(
                  ServiceSettings.class,
                  """
                  image: acme/orders:1
                  calls: [{service: payments, methods: [GET, POST]}]
                  externalHosts:
                    - {host: api.example.com}
                    - {host: db.example.com, port: 5432, cidrs: [10.1.0.0/16, "fd00:1::/64"]}
                  """),
              "payments",
              Stores.service().port(9898).build(),
              "users",
              Stores.calling("payments", "users")));

  @Test
  void theCalleeAdmitsItsCallersAndPrometheusAndNobodyElse() {
    assertYaml(
        policies("payments", STORE).networkPolicy(),
        "/spec",
        """
        podSelector: {matchLabels: {app.kubernetes.io/name: payments}}
        policyTypes: [Ingress, Egress]
        ingress:
          - from:
              - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: store}}
                podSelector: {matchLabels: {app.kubernetes.io/name: orders}}
              - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: store}}
                podSelector: {matchLabels: {app.kubernetes.io/name: users}}
            ports: [{port: 9898, protocol: TCP}]
          - from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: monitoring}}}]
            ports: [{port: 15020, protocol: TCP}, {port: 15090, protocol: TCP}]
        egress:
        """
            + DNS
            + ISTIOD
            + COLLECTOR);
  }

  @Test
  void theCallerReachesItsCalleesOnTheirPorts() {
    assertYaml(
        policies("orders", STORE).networkPolicy(),
        "/spec/egress/3",
        """
        to:
          - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: store}}
            podSelector: {matchLabels: {app.kubernetes.io/name: payments}}
        ports: [{port: 9898, protocol: TCP}]
        """);
  }

  /** A NetworkPolicy cannot name hosts. */
  @Test
  void anExternalHostWithoutRangesIsEveryPublicAddress() {
    assertYaml(
        policies("orders", STORE).networkPolicy(),
        "/spec/egress/4",
        """
        to:
          - ipBlock:
              cidr: 0.0.0.0/0
              except:
                - 10.0.0.0/8
                - 100.64.0.0/10
                - 169.254.0.0/16
                - 172.16.0.0/12
                - 192.168.0.0/16
          - ipBlock: {cidr: "::/0", except: ["fc00::/7", "fe80::/10"]}
        ports: [{port: 443, protocol: TCP}]
        """);
  }

  @Test
  void anExternalHostWithRangesIsThoseAlone() {
    assertYaml(
        policies("orders", STORE).networkPolicy(),
        "/spec/egress/5",
        """
        to: [{ipBlock: {cidr: 10.1.0.0/16}}, {ipBlock: {cidr: "fd00:1::/64"}}]
        ports: [{port: 5432, protocol: TCP}]
        """);
  }

  @Test
  void callersAreKnownByIdentityPortAndMethod() {
    assertYaml(
        policies("payments", STORE).authorizationPolicy(),
        "/spec",
        """
        selector: {matchLabels: {app.kubernetes.io/name: payments}}
        action: ALLOW
        rules:
          - from: [{source: {principals: [cluster.local/ns/store/sa/orders]}}]
            to: [{operation: {ports: ["9898"], methods: [GET, POST]}}]
          - from: [{source: {principals: [cluster.local/ns/store/sa/users]}}]
            to: [{operation: {ports: ["9898"]}}]
        """);
  }

  @Test
  void aServiceWithoutCallersLetsNobodyIn() {
    assertYaml(
        policies("orders", STORE).networkPolicy(),
        "/spec/ingress",
        """
        - from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: monitoring}}}]
          ports: [{port: 15020, protocol: TCP}, {port: 15090, protocol: TCP}]
        """);
    assertYaml(
        policies("orders", STORE).authorizationPolicy(),
        "/spec",
        "{selector: {matchLabels: {app.kubernetes.io/name: orders}}, action: ALLOW}");
  }

  @Test
  void theGatewayIsOneMoreCallerOfWhatItExposes() {
    Store exposing = Stores.exposing(STORE, Set.of("orders"));

    assertYaml(
        policies("orders", exposing).networkPolicy(),
        "/spec/ingress/0",
        """
        from:
          - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: store-gateway}}
            podSelector: {matchLabels: {istio: store-gateway}}
        ports: [{port: 8080, protocol: TCP}]
        """);
    assertYaml(
        policies("orders", exposing).authorizationPolicy(),
        "/spec/rules",
        """
        - from: [{source: {principals: [cluster.local/ns/store-gateway/sa/store-gateway]}}]
          to: [{operation: {ports: ["8080"]}}]
        """);
    assertThat(part(policies("payments", exposing).authorizationPolicy(), "/spec/rules"))
        .hasSize(2);
  }

  private static ServicePolicies policies(String name, Store store) {
    return new ServicePolicies(name, store.graph().settingsOf(name), store);
  }

  /** The namespace is let in by the network, and only whoever has no identity by the mesh. */
  @Test
  void anExceptionFromMutualTlsIsForOnePortAndNamedNamespaces() {
    ServiceSettings orders =
        Yaml.read(
            ServiceSettings.class,
            """
            image: acme/orders:1
            ports: {admin: {port: 9090}}
            plaintext: {admin: {from: [legacy], reason: the old billing has no sidecar}}
            """);
    ServicePolicies policies = new ServicePolicies("orders", orders, Stores.of("orders", orders));

    assertThat(policies.plaintext())
        .hasValueSatisfying(
            exception -> {
              assertYaml(
                  exception,
                  "/spec",
                  """
                  selector: {matchLabels: {app.kubernetes.io/name: orders}}
                  mtls: {mode: STRICT}
                  portLevelMtls: {"9090": {mode: PERMISSIVE}}
                  """);
              assertYaml(
                  exception,
                  "/metadata/annotations",
                  "online-store/plaintext-9090: the old billing has no sidecar");
            });
    assertYaml(
        policies.authorizationPolicy(),
        "/spec/rules",
        """
        - from: [{source: {notPrincipals: ["*"]}}]
          to: [{operation: {ports: ["9090"]}}]
        """);
    assertYaml(
        policies.networkPolicy(),
        "/spec/ingress/0",
        """
        from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: legacy}}}]
        ports: [{port: 9090, protocol: TCP}]
        """);
    assertThat(policies("users", STORE).plaintext()).isEmpty();
  }
}
