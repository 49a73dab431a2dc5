package com.onlinestore.components.gateway;

import static com.onlinestore.components.Recording.TOP;
import static com.onlinestore.components.Yaml.assertYaml;
import static com.onlinestore.components.gateway.Gateways.route;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Recording;
import com.onlinestore.components.Registered;
import com.onlinestore.components.Yaml;
import com.onlinestore.components.cluster.Facts;
import com.onlinestore.components.service.Call;
import com.onlinestore.components.service.Ingress;
import com.onlinestore.components.settings.Checks;
import com.onlinestore.components.settings.Profile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StoreGatewayTest {

  private static final GatewaySettings PLAIN = Gateways.plain(route("/", "orders"));

  @Test
  void isAnIstioGatewayInANamespaceOfItsOwn() {
    Recording recording = recording(PLAIN);

    assertThat(recording.get("edge").type()).isEqualTo("online-store:gateway:StoreGateway");
    assertThat(recording.childrenOf("edge"))
        .containsExactlyInAnyOrder(
            "online-store:mesh:MeshedNamespace edge-mesh",
            "kubernetes:networking.k8s.io/v1:NetworkPolicy edge-network-policy",
            "kubernetes:security.istio.io/v1:AuthorizationPolicy edge-authorization",
            "kubernetes:helm.sh/v3:Release edge-release",
            "kubernetes:networking.istio.io/v1:Gateway edge-listeners",
            "kubernetes:networking.istio.io/v1:VirtualService edge-routes-store.example.com",
            "kubernetes:monitoring.coreos.com/v1:PodMonitor edge-pod-monitor");
    assertThat(recording.childrenOf("edge-mesh")).hasSize(6);
    assertThat(recording.resources()).hasSize(14);
    assertThat(recording.get("edge-release").inputs())
        .containsEntry("name", "store-gateway")
        .containsEntry("namespace", "store-gateway")
        .containsEntry("chart", "gateway")
        .containsEntry("version", "1.30.3");
    assertYaml(recording.get("edge-mesh-namespace").inputs(), "/metadata/name", "store-gateway");
  }

  @Test
  void istiodMakesItWhereItIsOneOfTheGatewayApi() {
    Recording recording = recording(Gateways.byGatewayApi(PLAIN));

    assertThat(recording.childrenOf("edge"))
        .containsExactlyInAnyOrder(
            "online-store:mesh:MeshedNamespace edge-mesh",
            "kubernetes:networking.k8s.io/v1:NetworkPolicy edge-network-policy",
            "kubernetes:security.istio.io/v1:AuthorizationPolicy edge-authorization-istio",
            "kubernetes:core/v1:ConfigMap edge-parameters",
            "kubernetes:gateway.networking.k8s.io/v1:Gateway edge-listeners",
            "kubernetes:gateway.networking.k8s.io/v1:HTTPRoute edge-routes-store.example.com",
            "kubernetes:monitoring.coreos.com/v1:PodMonitor edge-pod-monitor");
    assertThat(recording.get("edge-parameters").dependencies())
        .contains("edge-authorization-istio", "edge-network-policy", "edge-mesh-default-deny");
    assertThat(recording.get("edge-listeners").dependencies()).containsExactly("edge-parameters");
    assertThat(recording.get("edge-routes-store.example.com").dependencies())
        .containsExactly("edge-listeners");
    assertYaml(
        recording.get("edge-listeners").inputs(),
        "/spec/infrastructure/parametersRef",
        "{group: \"\", kind: ConfigMap, name: store-gateway}");
    assertYaml(recording.get("edge-parameters").inputs(), "/metadata/name", "store-gateway");
  }

  @Test
  void itsPoliciesComeBeforeItsPodsAndItsRoutesAfterThem() {
    Recording recording = recording(PLAIN);

    assertThat(recording.get("edge-release").dependencies())
        .contains("edge-authorization", "edge-network-policy", "edge-mesh-default-deny")
        .doesNotContain("edge-listeners");
    assertThat(recording.get("edge-listeners").dependencies()).containsExactly("edge-release");
    assertThat(recording.get("edge-routes-store.example.com").dependencies())
        .containsExactly("edge-listeners");
  }

  /** So that no request comes in before it is asked. */
  @Test
  void whatItAsksOfWhoeverComesStandsBeforeItsPods() {
    Recording recording =
        recording(
            Yaml.read(
                GatewaySettings.class,
                """
                hosts: [store.example.com]
                tlsSecret: store-tls
                tokens:
                  - issuer: https://id.example.com/
                    jwksUri: https://id.example.com/keys
                    audiences: [store]
                login: {service: users}
                routes:
                  - {path: /, service: orders, token: required, login: true}
                """));

    assertThat(recording.childrenOf("edge"))
        .contains(
            "kubernetes:security.istio.io/v1:RequestAuthentication edge-tokens",
            "kubernetes:security.istio.io/v1:AuthorizationPolicy edge-denials",
            "kubernetes:security.istio.io/v1:AuthorizationPolicy edge-logins");
    assertThat(recording.get("edge-release").dependencies())
        .contains("edge-tokens", "edge-denials", "edge-logins");
    assertYaml(recording.get("edge-denials").inputs(), "/metadata/name", "tokens");
    assertYaml(recording.get("edge-logins").inputs(), "/metadata/name", "logins");
  }

  /** Labels of pods that istiod makes count only where the mesh says so. */
  @Test
  void whatHoldsForPodsOfTheGatewayApiNamesTheirGateway() {
    Recording recording =
        recording(
            Yaml.read(
                GatewaySettings.class,
                """
                api: gateway-api
                hosts: [store.example.com]
                tlsSecret: store-tls
                tokens:
                  - issuer: https://id.example.com/
                    jwksUri: https://id.example.com/keys
                    audiences: [store]
                login: {service: users}
                limits: {client: {requests: 20}}
                routes:
                  - {path: /, service: orders, token: required, login: true}
                """));

    for (String policy : List.of("authorization", "tokens", "denials", "logins", "limits")) {
      Map<String, Object> inputs = recording.get("edge-" + policy + "-istio").inputs();
      assertYaml(
          inputs,
          "/spec/targetRefs",
          "[{group: gateway.networking.k8s.io, kind: Gateway, name: store-gateway}]");
      assertThat(inputs.get("spec").toString()).doesNotContain("elector");
    }
  }

  @Test
  void itsLimitsComeBeforeItsPods() {
    Recording recording =
        recording(Gateways.limited("{client: {requests: 20}}", route("/", "orders")));

    assertThat(recording.get("edge-limits").type())
        .isEqualTo("kubernetes:networking.istio.io/v1alpha3:EnvoyFilter");
    assertThat(recording.get("edge-release").dependencies()).contains("edge-limits");
  }

  @Test
  void everyHostIsRoutedByAnObjectOfItsName() {
    Recording recording =
        recording(
            Gateways.at(
                List.of("a.example.com", "*.example.org"),
                Gateways.route("/", "orders", null, "a.example.com"),
                Gateways.route("/", "users", null, "*.example.org")));

    assertYaml(
        recording.get("edge-routes-any--example.org").inputs(),
        "/metadata/name",
        "any--example.org");
    assertYaml(
        recording.get("edge-routes-any--example.org").inputs(),
        "/spec/hosts",
        "[\"*.example.org\"]");
    assertYaml(
        recording.get("edge-routes-a.example.com").inputs(),
        "/spec/gateways",
        "[store-gateway/store-gateway]");
  }

  @Test
  void aWildcardAndTheHostAnyHaveNamesOfTheirOwn() {
    Recording recording =
        recording(
            Gateways.at(
                List.of("any.example.com", "*.example.com"),
                Gateways.route("/", "orders", null, "any.example.com"),
                Gateways.route("/", "users", null, "*.example.com")));

    assertThat(recording.resources()).extracting(Registered::toString).doesNotHaveDuplicates();
  }

  /** The name of a wildcard's object is one that a host could have. */
  @Test
  void aWildcardAndAHostThatIsCalledLikeItsObjectHaveNamesOfTheirOwn() {
    Recording recording =
        recording(
            Gateways.at(
                List.of("any--example.com", "*.example.com"),
                Gateways.route("/", "orders", null, "any--example.com"),
                Gateways.route("/", "users", null, "*.example.com")));

    assertThat(recording.resources()).extracting(Registered::toString).doesNotHaveDuplicates();
    assertYaml(
        recording.get("edge-routes-any--example.com").inputs(),
        "/spec/hosts",
        "[\"*.example.com\"]");
    assertYaml(
        recording.get("edge-routes-any---example.com").inputs(),
        "/metadata/name",
        "any---example.com");
  }

  /** Each host is another's object's name at worst, so a few rounds show every kind of clash. */
  @Test
  void noTwoHostsShareAName() {
    Set<String> hosts = new TreeSet<>(List.of("any", "example.com", "*.example.com"));
    for (int round = 0; round < 4; round++) {
      List.copyOf(hosts).stream()
          .map(StoreGateway::routesName)
          .flatMap(name -> Stream.of(name, "any--" + name, "any---" + name, "*." + name))
          .filter(host -> host.matches(Checks.HOST))
          .forEach(hosts::add);
    }

    assertThat(hosts).hasSizeGreaterThan(100);
    assertThat(hosts).extracting(StoreGateway::routesName).doesNotHaveDuplicates();
  }

  @Test
  void itsMetricsAreReadLikeThoseOfAService() {
    assertYaml(
        recording(PLAIN).get("edge-pod-monitor").inputs(),
        "/spec/selector",
        "matchLabels: {istio: store-gateway}");
    assertYaml(
        recording(PLAIN).get("edge-pod-monitor").inputs(), "/metadata/namespace", "store-gateway");
  }

  @Test
  void servicesSeeItAsACallerFromItsNamespace() {
    assertThat(StoreGateway.ingress("shop", PLAIN))
        .isEqualTo(
            new Ingress(
                "shop-gateway",
                "shop-gateway",
                Map.of("istio", "shop-gateway"),
                List.of(new Call("orders"))));
  }

  /** The authorizer is asked by the gateway, so it must be reachable without a route of its own. */
  @Test
  void theAuthorizerSeesItAsACaller() {
    GatewaySettings asking =
        GatewaySettingsBuilder.builder(PLAIN).login(new LoginSettings("users", null)).build();

    assertThat(StoreGateway.ingress("shop", asking).calls())
        .containsExactly(new Call("orders"), new Call("users"));
  }

  /** Whoever is only asked, by the proxy itself, needs no leave for routes. */
  @Test
  void httpRoutesGoToWhatIsRoutedAlone() {
    GatewaySettings asking =
        GatewaySettingsBuilder.builder(PLAIN)
            .login(new LoginSettings("users", null))
            .api(GatewayApi.GATEWAY_API)
            .build();

    assertThat(StoreGateway.ingress("shop", asking).httpRoutes()).containsExactly("orders");
  }

  @Test
  void istiodGivesItsAccountAnotherName() {
    assertThat(StoreGateway.ingress("shop", Gateways.byGatewayApi(PLAIN)))
        .isEqualTo(
            new Ingress(
                "shop-gateway",
                "shop-gateway-istio",
                Map.of("istio", "shop-gateway"),
                List.of(new Call("orders")),
                Set.of("orders")));
  }

  @Test
  void refusesSettingsWithProblems() {
    GatewaySettings broken = Gateways.plain(route("/", "order"));

    assertThat(Recording.refusal(() -> gateway("edge", broken, PLAIN)))
        .isEqualTo(
            "edge: the gateway's settings have problems%n".formatted()
                + "  routes[0].service: \"order\" is not a service of this store. Did you mean"
                + " \"orders\"?");
  }

  @Test
  void twoInAStackShareNoResourceName() {
    Recording recording =
        Recording.of(
            () -> {
              gateway("one", PLAIN, PLAIN);
              gateway("two", PLAIN, PLAIN);
            });

    assertThat(recording.resources())
        .hasSize(28)
        .extracting(Registered::toString)
        .doesNotHaveDuplicates();
  }

  private static Recording recording(GatewaySettings settings) {
    return Recording.of(() -> gateway("edge", settings, settings));
  }

  private static void gateway(String name, GatewaySettings settings, GatewaySettings seen) {
    new StoreGateway(
        name, settings, Gateways.store(seen), List.of(), 5, Profile.DEV, Facts.SHARED, TOP);
  }
}
