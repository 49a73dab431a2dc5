package com.onlinestore.components.gateway;

import com.onlinestore.components.mesh.istio.VirtualService;
import com.onlinestore.components.mesh.istio.VirtualService.Match;
import com.onlinestore.components.mesh.istio.VirtualService.Rewrite;
import com.onlinestore.components.mesh.istio.VirtualService.Route;
import com.onlinestore.components.mesh.istio.VirtualService.Uri;
import com.onlinestore.components.service.ServiceRoute;
import com.onlinestore.components.service.Store;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The gateway's routes as VirtualServices: one for all hosts that are routed alike. */
record GatewayRoutes(GatewaySettings settings, Store store, String gateway) {

  /** By the first of their hosts, which names the object. */
  Map<String, VirtualService> virtualServices() {
    Map<List<RouteSettings>, List<String>> alike = new LinkedHashMap<>();
    settings
        .hosts()
        .forEach(host -> alike.computeIfAbsent(routesOf(host), any -> new ArrayList<>()).add(host));
    Map<String, VirtualService> services = new LinkedHashMap<>();
    alike.forEach(
        (routes, hosts) -> {
          if (!routes.isEmpty()) {
            services.put(hosts.get(0), virtualService(hosts, routes));
          }
        });
    return services;
  }

  /** Istio takes the first match, so the longest path comes first. */
  private List<RouteSettings> routesOf(String host) {
    return settings.routes().stream()
        .filter(route -> route.appliesTo(host))
        .sorted(
            Comparator.comparingInt((RouteSettings route) -> -route.path().length())
                .thenComparing(RouteSettings::path))
        .toList();
  }

  private VirtualService virtualService(List<String> hosts, List<RouteSettings> routes) {
    return new VirtualService(
        hosts, List.of(gateway), List.of("."), routes.stream().flatMap(this::routes).toList());
  }

  /** {@code /orders} must not catch {@code /ordersheet}: the path itself, or what is below it. */
  private Stream<Route> routes(RouteSettings route) {
    if (route.path().equals("/")) {
      return Stream.of(route(route, List.of(new Match(new Uri(null, "/"))), route.rewrite()));
    }
    Match itself = new Match(new Uri(route.path(), null));
    Match below = new Match(new Uri(null, route.path() + "/"));
    if (route.rewrite() == null || route.rewrite().equals("/")) {
      return Stream.of(route(route, List.of(itself, below), route.rewrite()));
    }
    return Stream.of(
        route(route, List.of(itself), route.rewrite()),
        route(route, List.of(below), route.rewrite() + "/"));
  }

  private Route route(RouteSettings route, List<Match> match, String rewrite) {
    return ServiceRoute.to(
        route.service(), store, match, rewrite == null ? null : new Rewrite(rewrite));
  }
}
