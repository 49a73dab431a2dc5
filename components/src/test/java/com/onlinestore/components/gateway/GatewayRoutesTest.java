package com.onlinestore.components.gateway;

import static com.onlinestore.components.Yaml.assertYaml;
import static com.onlinestore.components.gateway.Gateways.route;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.mesh.istio.VirtualService;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GatewayRoutesTest {

  /** Weights, timeouts and retries are the service's, said once. */
  @Test
  void theServiceDecidesAboutWhatIsRoutedToIt() {
    assertYaml(
        routes(Gateways.plain(route("/", "products"))).get("store.example.com"),
        "",
        """
        hosts: [store.example.com]
        gateways: [store-gateway/store-gateway]
        exportTo: [.]
        http:
          - name: products
            match: [{uri: {exact: /}}, {uri: {prefix: /}}]
            delegate: {name: products--http, namespace: store}
        """);
  }

  /** {@code /orders} must not catch {@code /ordersheet}. */
  @Test
  void aPathIsItselfOrWhatIsBelowIt() {
    assertYaml(
        routes(Gateways.plain(route("/orders", "orders"))).get("store.example.com"),
        "/http/0/match",
        "[{uri: {exact: /orders}}, {uri: {prefix: /orders/}}]");
  }

  @Test
  void aLongerPathComesBeforeAShorterOne() {
    VirtualService service =
        routes(
                Gateways.plain(
                    route("/", "users"),
                    route("/a", "users"),
                    route("/orders/special", "products"),
                    route("/orders", "orders"),
                    route("/b", "orders")))
            .get("store.example.com");

    assertThat(service.http())
        .extracting(route -> firstMatch(route.match().get(0)))
        .containsExactly("/orders/special", "/orders", "/a", "/b", "/");
  }

  @Test
  void hostsThatAreRoutedAlikeShareAnObjectNamedAfterTheFirst() {
    Map<String, VirtualService> services =
        routes(
            Gateways.at(
                List.of("a.example.com", "b.example.com", "c.example.com", "d.example.com"),
                Gateways.route("/", "orders", null, "a.example.com"),
                Gateways.route("/", "users", null, "b.example.com"),
                Gateways.route("/x", "users", null, "b.example.com")));

    assertThat(services.keySet()).containsExactly("a.example.com", "b.example.com");
    assertThat(services.get("a.example.com").hosts()).containsExactly("a.example.com");
    assertThat(services.get("b.example.com").http()).hasSize(2);
    assertThat(routes(Gateways.at(List.of("a.b", "c.d"), route("/", "orders"))).get("a.b").hosts())
        .containsExactly("a.b", "c.d");
  }

  @Test
  void aRouteForOneHostWinsOverTheSamePathForAll() {
    VirtualService service =
        routes(
                Gateways.plain(
                    route("/", "users"), Gateways.route("/", "orders", null, "store.example.com")))
            .get("store.example.com");

    assertThat(service.http()).extracting(VirtualService.Route::name).containsExactly("orders");
  }

  /** Istio refuses an object in which one host covers another. */
  @Test
  void aWildcardStandsApartFromTheHostsItCovers() {
    assertThat(
            routes(
                Gateways.at(List.of("store.example.com", "*.example.com"), route("/", "orders"))))
        .hasSize(2);
  }

  @Test
  void pagesOfOtherOriginsMayCallEveryRouteOfAGatewayWithCors() {
    GatewaySettings settings =
        GatewaySettingsBuilder.builder(
                Gateways.plain(route("/", "users"), route("/orders", "orders")))
            .cors(new CorsSettings(List.of("https://a.b"), null, null, null, null, null))
            .build();

    assertThat(routes(settings).get("store.example.com").http())
        .hasSize(2)
        .extracting(VirtualService.Route::corsPolicy)
        .containsOnly(settings.cors().policy());
    assertThat(routes(Gateways.plain(route("/", "users"))).get("store.example.com").http())
        .extracting(VirtualService.Route::corsPolicy)
        .containsOnlyNulls();
  }

  private static String firstMatch(VirtualService.Match match) {
    return match.uri().exact() == null ? match.uri().prefix() : match.uri().exact();
  }

  private static Map<String, VirtualService> routes(GatewaySettings settings) {
    return new GatewayRoutes(settings, Gateways.store(settings), "store-gateway/store-gateway")
        .virtualServices();
  }
}
