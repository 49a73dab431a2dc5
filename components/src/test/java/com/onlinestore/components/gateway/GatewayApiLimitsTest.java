package com.onlinestore.components.gateway;

import static com.onlinestore.components.gateway.Gateways.route;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import com.onlinestore.components.service.ServiceSettings;
import com.onlinestore.components.service.Stores;
import com.onlinestore.components.settings.Problem;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GatewayApiLimitsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          faults: {rules: [{header: x-fail, value: "on", status: 503}]} | gateway-api cannot fail requests on purpose, as services.orders.faults asks; remove the faults, or say istio.
          canary: {steps: [20]} | gateway-api knows nothing of the weights that a canary's controller moves, as services.orders.canary asks; give versions weights, or say istio.
          traffic: {retries: {attempts: 0}} | gateway-api always tries twice more, and services.orders.traffic.retries says 0 with 15s for a try; leave these two out there, or say istio.
          traffic: {retries: {perTryTimeout: 2s}} | gateway-api always tries twice more, and services.orders.traffic.retries says 2 with 2s for a try; leave these two out there, or say istio.
          """)
  void whatAnHttpRouteCannotSayIsRefused(String setting, String message) {
    GatewaySettings settings = Gateways.plain(route("/", "orders"), route("/users", "users"));
    Map<String, ServiceSettings> services =
        Map.of("orders", service(setting), "users", Stores.service().build());

    assertThat(problems(settings, services)).containsExactly(new Problem("api", message));
    assertThat(settings.problems(services)).isEmpty();
  }

  @Test
  void aServiceThatTheGatewayDoesNotRouteToIsFree() {
    assertThat(
            problems(
                Gateways.plain(route("/", "users")),
                Map.of(
                    "orders",
                    service("traffic: {retries: {attempts: 0}}"),
                    "users",
                    service("traffic: {timeout: 20s, retries: {budget: 30}}"))))
        .isEmpty();
  }

  @Test
  void aVersionNeedsANameThatIsFreeAndShortEnough() {
    String long42 = "orders" + "s".repeat(36);

    assertThat(
            problems(
                Gateways.plain(route("/", "orders"), route("/long", long42)),
                Map.of(
                    "orders",
                    service("versions: {v1: {weight: 100}, v2: {}}"),
                    "orders-v2",
                    Stores.service().build(),
                    long42,
                    service("versions: {v1: {weight: 100}, the-second-one-of-them: {}}"))))
        .containsExactly(
            new Problem(
                "api",
                "gateway-api needs a Service \"orders-v2\" for a version of services.orders, and"
                    + " there is a service of that name; rename one, or say istio."),
            new Problem(
                "api",
                "gateway-api needs a Service \"%s-the-second-one-of-them\" for a version of services.%s, which is longer than 63 letters; shorten a name, or say istio."
                    .formatted(long42, long42)));
  }

  @Test
  void aServiceHasAsManyVersionsAsARouteHasBackends() {
    String versions =
        IntStream.range(0, 17)
            .mapToObj(i -> "v%d: {weight: %d}".formatted(i, i == 0 ? 100 : 0))
            .collect(Collectors.joining(", ", "versions: {", "}"));

    assertThat(problems(Gateways.plain(route("/", "orders")), Map.of("orders", service(versions))))
        .containsExactly(
            new Problem(
                "api",
                "gateway-api takes at most 16 versions of a service, and 15 requests that choose"
                    + " one; services.orders has more. Say istio, or have fewer."));
  }

  @Test
  void everythingCannotBePutUnderAPath() {
    assertThat(
            problems(
                Gateways.plain(Gateways.route("/", "orders", "/api", null)),
                Map.of("orders", Stores.service().build())))
        .containsExactly(
            new Problem(
                "routes[0].rewrite",
                "\"/api\" for everything (path: /) is more than gateway-api can say with Istio: it"
                    + " would make /apia of /a. Route by a longer path, or say api: istio."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/a//b", "/./a", "/a/..", "/a%2fb", "/ä", "/a\"b", "/a%zz"})
  void aPathThatTheApiServerRefusesIsToldBefore(String path) {
    assertThat(
            problems(
                Gateways.plain(route(path, "orders")), Map.of("orders", Stores.service().build())))
        .containsExactly(
            new Problem(
                "routes[0].path",
                "\"%s\" is no path that gateway-api can route by: letters, digits and signs of URLs alone, no empty part and no dots for one; change it, or say api: istio."
                    .formatted(path)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/a", "/a/b.html", "/a/...", "/a%20b", "/~me/(x)"})
  void otherPathsAreTaken(String path) {
    assertThat(
            problems(
                Gateways.plain(route(path, "orders")), Map.of("orders", Stores.service().build())))
        .isEmpty();
  }

  private static ServiceSettings service(String setting) {
    return Yaml.read(ServiceSettings.class, "image: acme/orders:1\n" + setting);
  }

  private static List<Problem> problems(
      GatewaySettings settings, Map<String, ServiceSettings> services) {
    return Gateways.byGatewayApi(settings).problems(services);
  }
}
