package com.onlinestore.components.gateway;

import com.onlinestore.components.mesh.istio.VirtualService;
import com.onlinestore.components.mesh.istio.VirtualService.Match;
import com.onlinestore.components.mesh.istio.VirtualService.Retries;
import com.onlinestore.components.mesh.istio.VirtualService.Rewrite;
import com.onlinestore.components.mesh.istio.VirtualService.Route;
import com.onlinestore.components.mesh.istio.VirtualService.StringMatch;
import com.onlinestore.components.mesh.istio.VirtualServiceRouteBuilder;
import com.onlinestore.components.service.ServicePort;
import com.onlinestore.components.service.ServiceRoutes;
import com.onlinestore.components.service.Store;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The gateway's routes as VirtualServices: one for all hosts that are routed alike. A wildcard has
 * one of its own, because Istio refuses it beside a host that it covers.
 */
record GatewayRoutes(GatewaySettings settings, Store store, String gateway) {

  private static final Comparator<String> LONGEST_FIRST =
      Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder());

  /** Where a waypoint comes next, which retries: both together would multiply. */
  private static final Retries NONE = new Retries(0, null, null);

  /** By the first of their hosts, which names the object. */
  Map<String, VirtualService> virtualServices() {
    Map<Alike, List<String>> alike = new LinkedHashMap<>();
    for (String host : settings.hosts()) {
      Alike key = new Alike(routesOf(host), host.startsWith("*") ? host : "");
      alike.computeIfAbsent(key, any -> new ArrayList<>()).add(host);
    }
    Map<String, VirtualService> services = new LinkedHashMap<>();
    alike.forEach(
        (key, hosts) -> {
          List<RouteSettings> routes = key.routes();
          if (!routes.isEmpty()) {
            services.put(hosts.get(0), virtualService(hosts, routes));
          }
        });
    return services;
  }

  /**
   * Istio takes the first match, so the longest path comes first. Where a path is routed for this
   * host and for all hosts, the one for this host holds.
   */
  private List<RouteSettings> routesOf(String host) {
    Map<String, RouteSettings> byPath = new TreeMap<>(LONGEST_FIRST);
    settings.routes().stream()
        .filter(route -> route.appliesTo(host))
        .sorted(Comparator.comparing((RouteSettings route) -> route.host() != null))
        .forEach(route -> byPath.put(route.path(), route));
    return List.copyOf(byPath.values());
  }

  private VirtualService virtualService(List<String> hosts, List<RouteSettings> routes) {
    return new VirtualService(
        hosts,
        List.of(gateway),
        List.of("."),
        routes.stream().flatMap(this::routes).toList(),
        List.of());
  }

  /**
   * {@code /orders} must not catch {@code /ordersheet}: the path itself, or what is below it. Envoy
   * replaces the matched text alone, so what is below needs a rewrite with a slash of its own.
   */
  private Stream<Route> routes(RouteSettings route) {
    String slashed = route.path().equals("/") ? "/" : route.path() + "/";
    Match itself = Match.path(StringMatch.exact(route.path()));
    Match below = Match.path(StringMatch.prefix(slashed));
    if (route.rewrite() == null || route.rewrite().equals("/")) {
      return Stream.of(route(route, List.of(itself, below), route.rewrite()));
    }
    return Stream.of(
        route(route, List.of(itself), route.rewrite()),
        route(route, List.of(below), route.rewrite() + "/"));
  }

  private Route route(RouteSettings route, List<Match> match, String rewrite) {
    ServicePort port = store.graph().portOf(route.call());
    VirtualServiceRouteBuilder to =
        VirtualServiceRouteBuilder.builder()
            .name(route.service())
            .match(match)
            .rewrite(rewrite == null ? null : new Rewrite(rewrite));
    return store.mesh().ambient()
        ? to.route(ServiceRoutes.address(route.service(), port, store)).retries(NONE).build()
        : to.delegate(ServiceRoutes.delegate(route.service(), port, store)).build();
  }

  /** What hosts of one VirtualService have in common; a wildcard shares with nobody. */
  private record Alike(List<RouteSettings> routes, String wildcard) {}
}
