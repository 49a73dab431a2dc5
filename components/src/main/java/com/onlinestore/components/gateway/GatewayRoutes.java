package com.onlinestore.components.gateway;

import com.onlinestore.components.mesh.istio.VirtualService;
import com.onlinestore.components.mesh.istio.VirtualService.Destination;
import com.onlinestore.components.mesh.istio.VirtualService.Headers;
import com.onlinestore.components.mesh.istio.VirtualService.Match;
import com.onlinestore.components.mesh.istio.VirtualService.Port;
import com.onlinestore.components.mesh.istio.VirtualService.Retries;
import com.onlinestore.components.mesh.istio.VirtualService.Rewrite;
import com.onlinestore.components.mesh.istio.VirtualService.Route;
import com.onlinestore.components.mesh.istio.VirtualService.StringMatch;
import com.onlinestore.components.mesh.istio.VirtualService.Weighted;
import com.onlinestore.components.mesh.istio.VirtualServiceRouteBuilder;
import com.onlinestore.components.observability.Tool;
import com.onlinestore.components.service.ServicePort;
import com.onlinestore.components.service.ServiceRoutes;
import com.onlinestore.components.service.Store;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The gateway's routes as VirtualServices: one for all hosts that are routed alike, and one for
 * each page of Grafana and its like.
 */
record GatewayRoutes(GatewaySettings settings, Store store, String gateway) {

  /** Where a waypoint comes next, which retries: both together would multiply. */
  private static final Retries NONE = new Retries(0, null, null);

  /** By the first of their hosts, which names the object. */
  Map<String, VirtualService> virtualServices() {
    Map<String, VirtualService> services = new LinkedHashMap<>();
    HostGroup.of(settings)
        .forEach(
            group ->
                services.put(
                    group.hosts().get(0),
                    virtualService(group.hosts(), group.routes().stream().flatMap(this::routes))));
    store
        .monitoring()
        .access()
        .hosts()
        .forEach(
            (tool, host) ->
                services.put(
                    host,
                    virtualService(
                        List.of(host),
                        Stream.concat(
                            settings.loginPages().stream().flatMap(this::routes),
                            Stream.of(route(tool))))));
    return services;
  }

  private VirtualService virtualService(List<String> hosts, Stream<Route> routes) {
    return new VirtualService(hosts, List.of(gateway), List.of("."), routes.toList(), List.of());
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

  /** Without the token of the login, which Grafana would take for one of its own and refuse. */
  private static Route route(Tool tool) {
    return VirtualServiceRouteBuilder.builder()
        .name(tool.label())
        .route(
            List.of(
                new Weighted(new Destination(tool.address(), null, new Port(tool.port())), null)))
        .headers(Headers.without("authorization"))
        .build();
  }

  private Route route(RouteSettings route, List<Match> match, String rewrite) {
    ServicePort port = store.graph().portOf(route.call());
    VirtualServiceRouteBuilder to =
        VirtualServiceRouteBuilder.builder()
            .name(route.service())
            .match(match)
            .rewrite(rewrite == null ? null : new Rewrite(rewrite))
            .corsPolicy(settings.cors() == null ? null : settings.cors().policy());
    return store.mesh().ambient()
        ? to.route(ServiceRoutes.address(route.service(), port, store)).retries(NONE).build()
        : to.delegate(ServiceRoutes.delegate(route.service(), port, store)).build();
  }
}
