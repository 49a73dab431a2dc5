package com.onlinestore.components.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.mesh.istio.VirtualService;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a service sees of the path, with routes taken and rewritten as Envoy does. */
class GatewayRewriteTest {

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
    "/,        /,       /index.html,  /index.html",
    "/,        /api,    /,            /api",
    "/,        /api,    /index.html,  /api/index.html"
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
    return new GatewayRoutes(settings, Gateways.store(settings), "g/g")
        .virtualServices().get("store.example.com").http().stream()
            .flatMap(route -> route.match().stream().map(match -> take(route, match, asked)))
            .flatMap(Optional::stream)
            .findFirst();
  }

  /** An exact match replaces the whole path, a prefix only itself, letter by letter. */
  private static Optional<String> take(
      VirtualService.Route route, VirtualService.Match match, String asked) {
    String exact = match.uri().exact();
    String taken = exact == null ? match.uri().prefix() : exact;
    if (exact == null ? !asked.startsWith(taken) : !asked.equals(exact)) {
      return Optional.empty();
    }
    return Optional.of(
        route.rewrite() == null ? asked : route.rewrite().uri() + asked.substring(taken.length()));
  }
}
