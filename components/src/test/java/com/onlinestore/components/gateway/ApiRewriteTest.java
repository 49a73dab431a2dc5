package com.onlinestore.components.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.kubernetes.gatewayapi.HttpRoute;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a service sees of the path: the table of GatewayRewriteTest, as far as it can be said. */
class ApiRewriteTest {

  @ParameterizedTest
  @CsvSource({
    "/orders,  '',      /orders,      /orders",
    "/orders,  '',      /orders/7/x,  /orders/7/x",
    "/orders,  /,       /orders,      /",
    "/orders,  /,       /orders/,     /",
    "/orders,  /,       /orders/7/x,  /7/x",
    "/orders,  /api/v1, /orders,      /api/v1",
    "/orders,  /api/v1, /orders/7/x,  /api/v1/7/x",
    "/,        '',      /,            /",
    "/,        '',      /index.html,  /index.html",
    "/,        /,       /index.html,  /index.html"
  })
  void thePathIsReplacedAndTheRestStays(String path, String rewrite, String asked, String seen) {
    assertThat(seen(path, rewrite, asked)).contains(seen);
  }

  @ParameterizedTest
  @CsvSource({"/orders, /ordersheet", "/orders, /Orders", "/orders, /", "/orders/a, /orders"})
  void otherPathsAreNotTaken(String path, String asked) {
    assertThat(seen(path, "", asked)).isEmpty();
  }

  private static Optional<String> seen(String path, String rewrite, String asked) {
    GatewaySettings settings =
        Gateways.plain(Gateways.route(path, "orders", rewrite.isEmpty() ? null : rewrite, null));
    assertThat(
            new GatewayApiLimits(settings, Gateways.store(settings).graph().services()).problems())
        .isEmpty();
    HttpRoute.Rule rule =
        new ApiRoutes(settings, Gateways.store(settings), "g")
            .httpRoutes()
            .get("store.example.com")
            .rules()
            .get(0);
    return take(rule, asked);
  }

  /** As Istio has Envoy do it: whole segments, and a slash is put where nothing would be left. */
  private static Optional<String> take(HttpRoute.Rule rule, String asked) {
    String prefix = rule.matches().get(0).path().value();
    boolean below = prefix.equals("/") || asked.startsWith(prefix + "/");
    if (!asked.equals(prefix) && !below) {
      return Optional.empty();
    }
    if (rule.filters().isEmpty()) {
      return Optional.of(asked);
    }
    String with = rule.filters().get(0).urlRewrite().path().replacePrefixMatch();
    String rest = asked.substring(prefix.length());
    return Optional.of(with.equals("/") ? rest.replaceFirst("^/?", "/") : with + rest);
  }
}
