package com.onlinestore.components.gateway;

import static com.onlinestore.components.Yaml.assertYaml;
import static com.onlinestore.components.gateway.Gateways.route;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import com.onlinestore.components.kubernetes.gatewayapi.HttpRoute;
import com.onlinestore.components.service.ServiceSettings;
import com.onlinestore.components.service.Store;
import com.onlinestore.components.service.Stores;
import com.onlinestore.components.service.TrafficSettingsBuilder;
import com.onlinestore.components.settings.TimeSpan;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ApiRoutesTest {

  @Test
  void aPathGoesToTheServiceWithItsTimeout() {
    assertYaml(
        routes(Gateways.plain(Gateways.route("/products", "products", "/", null)))
            .get("store.example.com"),
        "",
        """
        parentRefs: [{name: store-gateway, sectionName: http}]
        hostnames: [store.example.com]
        rules:
          - matches: [{path: {type: PathPrefix, value: /products}}]
            filters:
              - type: URLRewrite
                urlRewrite: {path: {type: ReplacePrefixMatch, replacePrefixMatch: /}}
            backendRefs: [{name: products, namespace: store, port: 9898}]
            timeouts: {request: 15s}
        """);
  }

  @Test
  void aTimeoutHasNoNumberOfMoreThanFiveDigits() {
    assertThat(timeout("100500ms")).isEqualTo("100s500ms");
    assertThat(timeout("500ms")).isEqualTo("500ms");
    assertThat(timeout("1h")).isEqualTo("3600s");
  }

  @Test
  void withACertificateTheRoutesAreOnHttpsAndHttpSendsEverybodyThere() {
    Map<String, HttpRoute> routes = routes(Gateways.encrypted(route("/", "orders")));

    assertThat(routes.keySet()).containsExactly("redirect.301", "store.example.com");
    assertYaml(
        routes.get("redirect.301"),
        "",
        """
        parentRefs: [{name: store-gateway, sectionName: http}]
        rules:
          - filters:
              - type: RequestRedirect
                requestRedirect: {scheme: https, statusCode: 301}
        """);
    assertYaml(
        routes.get("store.example.com"),
        "/parentRefs",
        "[{name: store-gateway, sectionName: https}]");
  }

  /** As in ServiceRoutes, without subsets. */
  @Test
  void versionsAreServicesThatShareByWeightAndAreChosenByHeaderOrCookie() {
    ServiceSettings products =
        Yaml.read(
            ServiceSettings.class,
            """
            image: acme/products:1
            versions:
              v1: {weight: 80}
              v2:
                weight: 20
                match: [{header: x-beta, value: "on"}, {cookie: beta, value: "1.0"}]
              v3: {mirror: 5}
            """);

    assertYaml(
        routes(
                Gateways.plain(Gateways.route("/products", "products", "/", null)),
                Stores.of("products", products))
            .get("store.example.com"),
        "/rules",
        """
        - matches:
            - path: {type: PathPrefix, value: /products}
              headers: [{type: Exact, name: x-beta, value: "on"}]
          filters:
            - type: URLRewrite
              urlRewrite: {path: {type: ReplacePrefixMatch, replacePrefixMatch: /}}
          backendRefs: [{name: products-v2, namespace: store, port: 8080}]
          timeouts: {request: 15s}
        - matches:
            - path: {type: PathPrefix, value: /products}
              headers:
                - {type: RegularExpression, name: cookie, value: '^(.*;\\s*)?beta=1\\.0(;.*)?$'}
          filters:
            - type: URLRewrite
              urlRewrite: {path: {type: ReplacePrefixMatch, replacePrefixMatch: /}}
          backendRefs: [{name: products-v2, namespace: store, port: 8080}]
          timeouts: {request: 15s}
        - matches: [{path: {type: PathPrefix, value: /products}}]
          filters:
            - type: URLRewrite
              urlRewrite: {path: {type: ReplacePrefixMatch, replacePrefixMatch: /}}
            - type: RequestMirror
              requestMirror:
                backendRef: {name: products-v3, namespace: store, port: 8080}
                percent: 5
          backendRefs:
            - {name: products-v1, namespace: store, port: 8080, weight: 80}
            - {name: products-v2, namespace: store, port: 8080, weight: 20}
          timeouts: {request: 15s}
        """);
  }

  @Test
  void theLiveVersionGetsEverything() {
    ServiceSettings orders =
        Yaml.read(
            ServiceSettings.class,
            "{image: acme/orders:1, live: green, versions: {blue: {}, green: {}}}");

    assertYaml(
        routes(Gateways.plain(route("/", "orders")), Stores.of("orders", orders))
            .get("store.example.com"),
        "/rules/0/backendRefs",
        "[{name: orders-green, namespace: store, port: 8080}]");
  }

  @Test
  void everyRuleAnswersWebPagesOfOtherOrigins() {
    GatewaySettings settings =
        GatewaySettingsBuilder.builder(Gateways.plain(route("/", "orders")))
            .cors(
                Yaml.read(
                    CorsSettings.class,
                    "{origins: [\"https://a.b\"], headers: [authorization], maxAge: 2h}"))
            .build();

    assertYaml(
        routes(settings).get("store.example.com"),
        "/rules/0/filters",
        """
        - type: CORS
          cors:
            allowOrigins: [https://a.b]
            allowMethods: [GET, HEAD, POST]
            allowHeaders: [authorization]
            maxAge: 7200
            allowCredentials: false
        """);
  }

  @Test
  void aRouteForOneHostWinsOverTheSamePathForAllAndAWildcardStandsAlone() {
    Map<String, HttpRoute> routes =
        routes(
            Gateways.at(
                List.of("a.example.com", "b.example.com", "*.example.com"),
                route("/", "users"),
                Gateways.route("/", "orders", null, "a.example.com")));

    assertThat(routes.keySet())
        .containsExactly("a.example.com", "b.example.com", "any--example.com");
    assertYaml(routes.get("a.example.com"), "/rules/0/backendRefs/0/name", "orders");
    assertYaml(routes.get("any--example.com"), "/hostnames", "[\"*.example.com\"]");
  }

  /** The API server takes 16 rules and 16 hosts. */
  @Test
  void whatOneObjectCannotHoldIsSharedBySeveral() {
    RouteSettings[] paths =
        IntStream.range(0, 20)
            .mapToObj(i -> route("/" + i, "orders"))
            .toArray(RouteSettings[]::new);
    List<String> hosts = IntStream.range(0, 17).mapToObj(i -> i + ".example.com").toList();

    Map<String, HttpRoute> routes = routes(Gateways.at(hosts, paths));

    assertThat(routes.keySet())
        .containsExactly("0.example.com", "0.example.com.2", "0.example.com.3", "0.example.com.4");
    assertThat(routes.values())
        .extracting(route -> route.rules().size())
        .containsExactly(16, 4, 16, 4);
    assertThat(routes.values())
        .extracting(route -> route.hostnames().size())
        .containsExactly(16, 16, 1, 1);
  }

  private static String timeout(String traffic) {
    ServiceSettings orders =
        Stores.service()
            .traffic(TrafficSettingsBuilder.builder().timeout(TimeSpan.of(traffic)).build())
            .build();
    return routes(Gateways.plain(route("/", "orders")), Stores.of("orders", orders))
        .get("store.example.com")
        .rules()
        .get(0)
        .timeouts()
        .request();
  }

  private static Map<String, HttpRoute> routes(GatewaySettings settings) {
    return routes(settings, Gateways.store(settings));
  }

  private static Map<String, HttpRoute> routes(GatewaySettings settings, Store store) {
    return new ApiRoutes(settings, store, "store-gateway").httpRoutes();
  }
}
