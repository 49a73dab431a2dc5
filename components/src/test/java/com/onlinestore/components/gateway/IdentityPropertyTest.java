package com.onlinestore.components.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.service.Call.HttpMethod;
import com.onlinestore.components.service.ServiceSettings;
import com.onlinestore.components.service.Stores;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Nobody comes in who lacks what the route asks for, and nobody else is kept out. */
class IdentityPropertyTest {

  private static final List<String> SERVICES = List.of("orders", "products", "users");
  private static final Map<String, ServiceSettings> SETTINGS =
      Map.of(
          "orders", Stores.service().build(),
          "products", Stores.service().build(),
          "users", Stores.service().build());
  private static final String CUSTOMERS = "https://id.example.com/";
  private static final String STAFF = "https://staff.example.com/";
  private static final String FORGED = "forged";

  /** Many tries: what slips by needs a host, a path and headers that meet. */
  @Property(tries = 6000)
  void aRequestReachesAServiceExactlyIfItHasWhatItsRouteAsksFor(
      @ForAll("settings") GatewaySettings settings, @ForAll("requests") Request request) {
    boolean answered = settings.cors() != null && request.isPreflight();

    assertThat(Entrance.of(settings).deliver(request).map(Entrance.Delivery::host))
        .isEqualTo(
            taken(settings, request)
                .filter(route -> !answered && passes(route, request))
                .map(route -> route.service() + ".store.svc.cluster.local"));
  }

  /** In whatever way: without a token, with that of another issuer, as a preflight. */
  @Property
  void noServiceGetsAClaimThatAClientHasMadeUp(
      @ForAll("settings") GatewaySettings settings, @ForAll("forgeries") Request request) {
    List<String> headers =
        settings.tokens().stream().flatMap(token -> token.headers().keySet().stream()).toList();

    Entrance.of(settings)
        .deliver(request)
        .ifPresent(
            delivery ->
                assertThat(headers)
                    .noneMatch(header -> FORGED.equals(delivery.headers().get(header))));
  }

  /** As a person reads the stack file. */
  private static Optional<RouteSettings> taken(GatewaySettings settings, Request request) {
    String host = request.hostWithoutPort();
    List<String> routed =
        settings.hosts().stream()
            .filter(each -> settings.routes().stream().anyMatch(route -> route.appliesTo(each)))
            .toList();
    Optional<String> name =
        routed.contains(host)
            ? Optional.of(host)
            : routed.stream()
                .filter(each -> each.startsWith("*") && host.endsWith(each.substring(1)))
                .max(Comparator.comparingInt(String::length));
    return settings.routes().stream()
        .filter(route -> name.isPresent() && route.appliesTo(name.get()))
        .filter(route -> covers(route.path(), request.pathWithoutQuery()))
        .max(
            Comparator.comparingInt((RouteSettings route) -> route.path().length())
                .thenComparing(route -> route.host() != null));
  }

  private static boolean covers(String path, String asked) {
    return path.equals("/") || asked.equals(path) || asked.startsWith(path + "/");
  }

  private static boolean passes(RouteSettings route, Request request) {
    boolean token =
        route.token() == TokenUse.OPTIONAL
            || !request.claims().isEmpty()
                && !request.isPreflight()
                && route.claims().entrySet().stream()
                    .allMatch(
                        claim ->
                            request.claims().getOrDefault(claim.getKey(), List.of()).stream()
                                .anyMatch(claim.getValue()::contains));
    return token && (!route.login() || request.loggedIn());
  }

  @Provide
  Arbitrary<GatewaySettings> settings() {
    Arbitrary<List<String>> hosts =
        Arbitraries.of("a.example.com", "b.example.com", "*.example.com", "*.b.example.com", "c.d")
            .set()
            .ofMinSize(1)
            .map(List::copyOf);
    Arbitrary<CorsSettings> cors =
        Arbitraries.of("*", "https://shop.example.com")
            .map(
                origin ->
                    new CorsSettings(
                        List.of(origin), List.of(HttpMethod.PUT), null, null, null, null));
    return Combinators.combine(
            hosts,
            Arbitraries.of("store-tls").injectNull(0.5),
            routes().list().ofMinSize(1).ofMaxSize(8),
            Arbitraries.shuffle(
                token(CUSTOMERS, Map.of("x-user-id", "sub", "x-role", "role")),
                token(STAFF, Map.of("x-user-id", "email", "x-team", "team"))),
            cors.injectNull(0.5))
        .as(
            (names, tls, routes, tokens, origins) ->
                new GatewaySettings(
                    names,
                    tls,
                    tls == null,
                    false,
                    routes,
                    tokens,
                    origins,
                    new LoginSettings("users", null),
                    null,
                    null))
        .filter(settings -> settings.problems(SETTINGS).isEmpty())
        .withoutEdgeCases();
  }

  private static TokenSettings token(String issuer, Map<String, String> headers) {
    return new TokenSettings(issuer, issuer + "keys", List.of("store"), headers);
  }

  private static Arbitrary<RouteSettings> routes() {
    return Combinators.combine(
            Arbitraries.of("/", "/a", "/ab", "/a/b", "/a/b/a"),
            Arbitraries.of(SERVICES),
            Arbitraries.of("a.example.com", "b.example.com", "*.example.com").injectNull(0.5),
            Arbitraries.of(TokenUse.class),
            Arbitraries.maps(
                Arbitraries.of("role", "team"),
                Arbitraries.of("admin", "clerk").set().ofMinSize(1).map(List::copyOf)),
            Arbitraries.of(true, false))
        .as(
            (path, service, host, token, claims, login) ->
                new RouteSettings(
                    path,
                    service,
                    null,
                    null,
                    host,
                    token,
                    token == TokenUse.REQUIRED ? claims : null,
                    login && !service.equals("users"),
                    null))
        .filter(route -> !(route.service().equals("users") && route.guarded()));
  }

  @Provide
  Arbitrary<Request> requests() {
    return requests(Map.of());
  }

  @Provide
  Arbitrary<Request> forgeries() {
    return Arbitraries.of("x-user-id", "x-role", "x-team")
        .set()
        .ofMinSize(1)
        .flatMap(
            names -> {
              Map<String, String> forged = new HashMap<>();
              names.forEach(name -> forged.put(name, FORGED));
              return requests(forged);
            });
  }

  private static Arbitrary<Request> requests(Map<String, String> forged) {
    Arbitrary<String> hosts =
        Combinators.combine(
                Arbitraries.of("a.example.com", "b.example.com", "x.b.example.com", "c.d", "e.f"),
                Arbitraries.of("", ":443", ":8080"))
            .as((name, port) -> name + port);
    Arbitrary<String> paths =
        Combinators.combine(
                Arbitraries.of("/", "/a", "/ab", "/a/b", "/a/b/a", "/b"),
                Arbitraries.of("", "/", "b", "/b", "/x/y", "?/a", "/?x=/b"))
            .as((path, rest) -> path.equals("/") ? "/" + rest.replaceFirst("^/", "") : path + rest);
    return Combinators.combine(
            hosts,
            Arbitraries.of("GET", "OPTIONS"),
            paths,
            headers().map(headers -> with(headers, forged)),
            claims(),
            Arbitraries.of(true, false))
        .as(Request::new);
  }

  /** Those of a preflight, some of them, or as somebody sends who wants to look like one. */
  private static Arbitrary<Map<String, String>> headers() {
    return Combinators.combine(
            Arbitraries.of("https://shop.example.com", "https://evil.example.com", "")
                .injectNull(0.3),
            Arbitraries.of("PUT", "DELETE", "").injectNull(0.3))
        .as(
            (origin, method) -> {
              Map<String, String> headers = new HashMap<>();
              headers.put("origin", origin);
              headers.put("access-control-request-method", method);
              headers.values().removeIf(value -> value == null);
              return headers;
            });
  }

  private static Map<String, String> with(Map<String, String> headers, Map<String, String> more) {
    Map<String, String> all = new HashMap<>(headers);
    all.putAll(more);
    return all;
  }

  private static Arbitrary<Map<String, List<String>>> claims() {
    Arbitrary<Map<String, List<String>>> claims =
        Combinators.combine(
                Arbitraries.of(CUSTOMERS, STAFF),
                Arbitraries.maps(
                    Arbitraries.of("role", "team", "email", "sub"),
                    Arbitraries.of("admin", "clerk", "guest").set().map(List::copyOf)))
            .as(
                (issuer, others) -> {
                  Map<String, List<String>> all = new HashMap<>(others);
                  all.put("iss", List.of(issuer));
                  return all;
                });
    return Arbitraries.oneOf(Arbitraries.just(Map.of()), claims);
  }
}
