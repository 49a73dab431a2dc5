package com.onlinestore.components.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.mesh.envoy.HeaderMatch;
import com.onlinestore.components.mesh.envoy.RequestsCounted;
import com.onlinestore.components.mesh.istio.VirtualService;
import com.onlinestore.components.mesh.istio.VirtualService.StringMatch;
import com.onlinestore.components.service.ServiceSettings;
import com.onlinestore.components.service.Stores;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A request counts against the route that it takes, and against no other. */
class RouteRequestsPropertyTest {

  private static final List<String> HOSTS =
      List.of("a.shop.org", "b.shop.org", "*.shop.org", "*.b.shop.org", "x.b.shop.org", "c.com");
  private static final List<String> PATHS =
      List.of("/", "/a", "/a/b", "/a/b/c", "/ab", "/a.b", "/a+b/(c)", "/b");

  @Property(tries = 3000)
  void aRequestIsCountedForTheRouteThatItTakes(
      @ForAll("gateways") GatewaySettings settings,
      @ForAll("hosts") String host,
      @ForAll("paths") String path) {
    RouteRequests requests = new RouteRequests(HostGroup.of(settings));

    List<String> counted =
        settings.routes().stream()
            .filter(
                route ->
                    requests.of(route, "route", route.name()).stream()
                        .anyMatch(each -> isOneOf(each, host, path)))
            .map(RouteSettings::service)
            .toList();

    assertThat(counted).isEqualTo(taken(settings, host, path).stream().toList());
  }

  /** As a proxy routes: the most special host, then the first route that fits. */
  private static Optional<String> taken(GatewaySettings settings, String authority, String target) {
    String host = authority.toLowerCase(Locale.ROOT).replaceAll(":[0-9]+$", "");
    String path = target.replaceAll("\\?.*", "");
    Map<String, ServiceSettings> services = new TreeMap<>();
    settings.routes().forEach(route -> services.put(route.service(), Stores.service().build()));
    List<VirtualService> all =
        List.copyOf(
            new GatewayRoutes(settings, Stores.of(services), "x/x").virtualServices().values());
    return all.stream()
        .flatMap(each -> each.hosts().stream().map(name -> Map.entry(name, each)))
        .filter(each -> covers(each.getKey(), host))
        .max(
            Comparator.comparing((Map.Entry<String, VirtualService> each) -> each.getKey().length())
                .thenComparing(each -> !each.getKey().startsWith("*")))
        .flatMap(
            each ->
                each.getValue().http().stream()
                    .filter(
                        route ->
                            route.match().stream().anyMatch(match -> matches(match.uri(), path)))
                    .findFirst())
        .map(VirtualService.Route::name);
  }

  private static boolean covers(String name, String host) {
    return name.startsWith("*") ? host.endsWith(name.substring(1)) : name.equals(host);
  }

  private static boolean matches(StringMatch uri, String path) {
    return uri.exact() != null ? path.equals(uri.exact()) : path.startsWith(uri.prefix());
  }

  private static boolean isOneOf(RequestsCounted requests, String host, String path) {
    return requests.actions().get(0).headerValueMatch().headers().stream()
        .allMatch(
            header -> {
              String value = header.name().equals(":path") ? path : host;
              return value.matches(regex(header)) != Boolean.TRUE.equals(header.invert());
            });
  }

  private static String regex(HeaderMatch header) {
    return header.stringMatch().safeRegex().regex();
  }

  /** Each route has a service of its own, which tells it from the others. */
  @Provide
  Arbitrary<GatewaySettings> gateways() {
    Arbitrary<List<String>> hosts = Arbitraries.of(HOSTS).list().uniqueElements().ofMinSize(1);
    return hosts.flatMap(
        some ->
            Combinators.combine(Arbitraries.of(PATHS), Arbitraries.of(some).injectNull(0.5))
                .as((path, host) -> Gateways.route(path, "x", null, host))
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(8)
                .map(routes -> Gateways.at(some, numbered(routes))));
  }

  private static RouteSettings[] numbered(List<RouteSettings> routes) {
    List<RouteSettings> numbered = new ArrayList<>();
    routes.forEach(
        route ->
            numbered.add(Gateways.route(route.path(), "s" + numbered.size(), null, route.host())));
    return numbered.toArray(RouteSettings[]::new);
  }

  @Provide
  Arbitrary<String> hosts() {
    return Arbitraries.of(
        "a.shop.org",
        "A.Shop.Org",
        "b.shop.org:8443",
        "x.b.shop.org",
        "y.b.shop.org",
        "z.shop.org:80",
        "c.com",
        "axshop.org");
  }

  @Provide
  Arbitrary<String> paths() {
    return Arbitraries.of(
        "/",
        "/?a",
        "/a",
        "/a?b=/a/b",
        "/a/",
        "/a/b",
        "/a/b/",
        "/a/b?x",
        "/a/b/c/d",
        "/ab",
        "/abc",
        "/a.b",
        "/axb",
        "/a+b/(c)",
        "/a+b/(c)/d",
        "/aab/c",
        "/b/a",
        "/c");
  }
}
