package com.onlinestore.components.gateway;

import static com.onlinestore.components.Yaml.assertYaml;
import static com.onlinestore.components.gateway.Gateways.limited;
import static com.onlinestore.components.gateway.Gateways.route;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import com.onlinestore.components.kubernetes.Manifests;
import com.onlinestore.components.service.PortProtocol;
import com.onlinestore.components.service.ServiceSettings;
import com.onlinestore.components.service.Stores;
import com.onlinestore.components.settings.Problem;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GatewayLimitsTest {

  private static final Map<String, ServiceSettings> SERVICES =
      Map.of(
          "orders", Stores.service().build(),
          "chat", Stores.service().protocol(PortProtocol.GRPC).build());

  @Test
  void withoutLimitsThereIsNoFilter() {
    GatewaySettings settings = Gateways.plain(route("/", "orders"));

    assertThat(new GatewayLimits(settings).envoyFilter("edge", Gateways.store(settings))).isEmpty();
  }

  /** A client who is refused takes nothing from the others, and what is refused is not held. */
  @Test
  void theNarrowestLimitComesFirstAndTheSizeLast() {
    assertThat(
            names(
                limited(
                    "{rate: {requests: 1000}, client: {requests: 20}, body: 2Mi}",
                    limitedRoute("{rate: {requests: 50}, client: {requests: 5}}"),
                    route("/", "users"))))
        .containsExactly(
            "limit.route./orders.client",
            "limit.gateway.all.client",
            "limit.route./orders",
            "limit.gateway.all",
            "limit.body");
  }

  @Test
  void whatAllPodsCountTogetherComesAfterWhatEachCounts() {
    assertThat(
            names(
                limited(
                    "{client: {requests: 20}, shared: true}",
                    limitedRoute("{rate: {requests: 50, per: 1m}}"))))
        .containsExactly(
            "limit.gateway.all.client",
            "limit.route./orders",
            "limit.shared.second",
            "limit.shared.minute");
  }

  @Test
  void everyAnswerSaysWhenItsOwnLimitLetsTheNextRequestIn() {
    Map<String, Object> filter =
        filter(
            limited("{rate: {requests: 1000}}", limitedRoute("{client: {requests: 6, per: 1m}}")));

    assertYaml(filter, "/configPatches/0/patch/value/typed_config" + RETRY_AFTER, "\"10\"");
    assertYaml(filter, "/configPatches/1/patch/value/typed_config" + RETRY_AFTER, "\"1\"");
  }

  private static final String RETRY_AFTER = "/response_headers_to_add/0/header/value";

  @Test
  void aRouteIsItsPathWithoutThoseBelowItThatAreRoutesThemselves() {
    Map<String, Object> filter =
        filter(
            Gateways.plain(
                limitedRoute("{rate: {requests: 50}}"),
                route("/orders/v2", "orders"),
                route("/ordersheet", "orders"),
                route("/", "users")));

    assertYaml(filter, "/workloadSelector", "labels: {istio: edge}");
    assertYaml(filter, "/priority", "10");
    assertYaml(filter, "/configPatches/0/match/context", "GATEWAY");
    assertYaml(
        filter,
        "/configPatches/0/patch/value/typed_config/rate_limits",
        """
        - actions:
            - header_value_match:
                descriptor_key: route
                descriptor_value: /orders
                headers:
                  - name: ":authority"
                    string_match: {safe_regex: {regex: '(?i)(store\\.example\\.com)(:[0-9]+)?'}}
                  - name: ":path"
                    string_match: {safe_regex: {regex: "/orders([/?].*)?"}}
                  - name: ":path"
                    string_match: {safe_regex: {regex: "/orders/v2([/?].*)?"}}
                    invert_match: true
        """);
  }

  @Test
  void hostsThatAreRoutedDifferentlyAreToldApart() {
    Map<String, Object> filter =
        filter(
            Gateways.at(
                List.of("*.example.org", "a.example.org"),
                Yaml.read(
                    RouteSettings.class,
                    "{path: /, service: orders, host: \"*.example.org\","
                        + " limits: {rate: {requests: 5}}}"),
                route("/", "users", null, "a.example.org")));

    assertYaml(
        filter,
        "/configPatches/0/patch/value/typed_config/rate_limits/0/actions/0/header_value_match",
        """
        descriptor_key: route
        descriptor_value: "*.example.org/"
        headers:
          - name: ":authority"
            string_match: {safe_regex: {regex: '(?i)(.+\\.example\\.org)(:[0-9]+)?'}}
          - name: ":authority"
            string_match: {safe_regex: {regex: '(?i)(a\\.example\\.org)(:[0-9]+)?'}}
            invert_match: true
          - name: ":path"
            string_match: {safe_regex: {regex: "/.*"}}
        """);
  }

  @Test
  void limitsThatLimitNothingAreProblems() {
    assertThat(problems(limited("{}", limitedRoute("{}"))))
        .containsExactly(
            new Problem("limits", "limits nothing: name rate, client or body, or remove it."),
            new Problem("routes[0].limits", "limits nothing: name rate or client, or remove it."));
    assertThat(problems(limited("{shared: true, body: 1Mi}", route("/", "orders"))))
        .containsExactly(
            new Problem(
                "limits.shared",
                "true has nothing to count: name a rate or a client limit, of the gateway or of a"
                    + " route."));
    assertThat(
            problems(
                limited("{body: 1Mi, redis: {host: redis.example.com}}", route("/", "orders"))))
        .containsExactly(
            new Problem(
                "limits.redis", "has no effect without shared: true; say it, or remove redis."));
  }

  @Test
  void limitsThatOthersAlwaysComeBeforeAreProblems() {
    assertThat(
            problems(
                limited(
                    "{rate: {requests: 100}, client: {requests: 100}}",
                    limitedRoute("{rate: {requests: 7000, per: 1m}, client: {requests: 200}}"))))
        .containsExactly(
            new Problem(
                "limits.client",
                "100 per 1s has no effect: these requests count against rate too, which is 100 per"
                    + " 1s; lower it or remove it."),
            new Problem(
                "routes[0].limits.rate",
                "7000 per 60s has no effect: these requests count against gateway.limits.rate too,"
                    + " which is 100 per 1s; lower it or remove it."),
            new Problem(
                "routes[0].limits.client",
                "200 per 1s has no effect: these requests count against gateway.limits.client too,"
                    + " which is 100 per 1s; lower it or remove it."));
  }

  @Test
  void whatCannotBeCountedTogetherIsAProblem() {
    assertThat(
            problems(
                limited(
                    "{rate: {requests: 100, burst: 200}, shared: true}",
                    limitedRoute("{client: {requests: 5, per: 10s}}"))))
        .containsExactly(
            new Problem(
                "limits.rate.burst",
                "200 has no effect with gateway.limits.shared, which counts whole windows; remove"
                    + " it."),
            new Problem(
                "routes[0].limits.client.per",
                "10s cannot be counted with gateway.limits.shared, only 1s, 1m, 1h or 1d."));
  }

  @Test
  void numbersThatDoNotFitAreProblemsWhereTheyStand() {
    assertThat(
            problems(
                limited(
                    "{client: {requests: 10, burst: 5}, body: 1Gi}",
                    limitedRoute("{rate: {requests: 10, per: 1ms}}"))))
        .containsExactly(
            new Problem(
                "limits.client.burst",
                "5 must not be less than requests (10), which may come at once."),
            new Problem(
                "limits.body",
                "1Gi must be from 1 byte to 32Mi, because the proxy holds each request in memory;"
                    + " send larger ones to a bucket of the cloud."),
            new Problem("routes[0].limits.rate.per", "1ms must be from 50ms to 1d."));
  }

  @Test
  void aStreamCannotBeHeldUntilItIsComplete() {
    assertThat(problems(limited("{body: 1Mi}", route("/chat", "chat"), route("/", "orders"))))
        .containsExactly(
            new Problem(
                "routes[0].service",
                "leads to gRPC, whose streams gateway.limits.body would hold for ever; remove that"
                    + " and limit bodies by service (services.<name>.limits.body)."));
  }

  private static RouteSettings limitedRoute(String limits) {
    return Yaml.read(
        RouteSettings.class, "{path: /orders, service: orders, limits: " + limits + "}");
  }

  private static List<Problem> problems(GatewaySettings settings) {
    return settings.problems(SERVICES);
  }

  private static Map<String, Object> filter(GatewaySettings settings) {
    return Manifests.toMap(
        new GatewayLimits(settings).envoyFilter("edge", Gateways.store(settings)).orElseThrow());
  }

  private static List<String> names(GatewaySettings settings) {
    return new GatewayLimits(settings)
        .envoyFilter("edge", Gateways.store(settings)).orElseThrow().configPatches().stream()
            .map(patch -> patch.patch().filter().name())
            .toList();
  }
}
