package com.onlinestore.components.service;

import com.onlinestore.components.kubernetes.CustomObject;
import com.onlinestore.components.kubernetes.Labels;
import com.onlinestore.components.mesh.istio.VirtualService;
import com.onlinestore.components.mesh.istio.VirtualService.Abort;
import com.onlinestore.components.mesh.istio.VirtualService.Delay;
import com.onlinestore.components.mesh.istio.VirtualService.Delegate;
import com.onlinestore.components.mesh.istio.VirtualService.Destination;
import com.onlinestore.components.mesh.istio.VirtualService.Match;
import com.onlinestore.components.mesh.istio.VirtualService.Mirror;
import com.onlinestore.components.mesh.istio.VirtualService.Percent;
import com.onlinestore.components.mesh.istio.VirtualService.PortMatch;
import com.onlinestore.components.mesh.istio.VirtualService.Retries;
import com.onlinestore.components.mesh.istio.VirtualService.Route;
import com.onlinestore.components.mesh.istio.VirtualService.StringMatch;
import com.onlinestore.components.mesh.istio.VirtualService.TcpRoute;
import com.onlinestore.components.mesh.istio.VirtualService.Weighted;
import com.onlinestore.components.mesh.istio.VirtualServiceRouteBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How requests find the pods of a service: faults, then requests that choose their version, then
 * the weights of the versions.
 *
 * <p>It is said once for each port that speaks HTTP, in a VirtualService without hosts. That of the
 * service's address and those of the gateway delegate to it: a change of weights is one object, and
 * calls from inside and from outside turn at the same moment.
 */
public record ServiceRoutes(String name, ServiceSettings settings, Store store) {

  /** The name of the route that the weights are on. */
  public static final String BY_WEIGHT = "by-weight";

  /** Who decides about requests for {@code port} of {@code service}. */
  public static Delegate delegate(String service, ServicePort port, Store store) {
    return new Delegate(
        nameOf(service, store.graph().settingsOf(service), port), store.namespace());
  }

  /** To whatever {@code service} runs, for a caller behind whom a waypoint decides about it. */
  public static List<Weighted> address(String service, ServicePort port, Store store) {
    return List.of(
        new Weighted(
            new Destination(store.hostOf(service), null, new VirtualService.Port(port.number())),
            null));
  }

  /**
   * Another one with a canary: its weights are its controller's, so Pulumi leaves them as they are
   * and could not turn the one object into the other.
   */
  static String nameOf(String service, ServiceSettings settings, ServicePort port) {
    String name = service + "--" + port.name();
    return settings.canary() == null ? name : name + "--" + ServiceCanary.CANARY;
  }

  /** For calls from inside the mesh. */
  CustomObject address() {
    List<Route> http = new ArrayList<>();
    List<TcpRoute> tcp = new ArrayList<>();
    for (ServicePort port : settings.servicePorts()) {
      if (port.protocol().hasRequests()) {
        http.add(
            VirtualServiceRouteBuilder.builder()
                .name(port.name())
                .match(onlyPort() ? List.of() : List.of(Match.port(port.number())))
                .delegate(delegate(name, port, store))
                .build());
      } else {
        tcp.add(new TcpRoute(List.of(new PortMatch(port.number())), weighted(port)));
      }
    }
    return new VirtualService(List.of(store.hostOf(name)), List.of(), List.of("."), http, tcp)
        .named(store.metadata(name));
  }

  /** For each port that speaks HTTP, by its name. */
  Map<String, CustomObject> byPort() {
    Map<String, CustomObject> routes = new TreeMap<>();
    settings.servicePorts().stream()
        .filter(port -> port.protocol().hasRequests())
        .forEach(port -> routes.put(port.name(), of(port)));
    return routes;
  }

  private CustomObject of(ServicePort port) {
    List<Route> routes = new ArrayList<>();
    List<Fault> faults = settings.faults().rules();
    for (int i = 0; i < faults.size(); i++) {
      routes.add(failing("fault-" + i, faults.get(i), port));
    }
    settings
        .versions()
        .forEach(
            (version, how) -> {
              if (!how.match().isEmpty()) {
                routes.add(chosen(version, how, port));
              }
            });
    List<Weighted> weights = settings.canary() == null ? weighted(port) : split(port);
    routes.add(route(BY_WEIGHT, port).route(weights).mirrors(mirrors(port)).build());
    return new VirtualService(List.of(), List.of(), visibleTo(store, name), routes, List.of())
        .named(
            Labels.metadata(
                delegate(name, port, store).name(),
                store.namespace(),
                Labels.of(name, store.namespace())));
  }

  /**
   * The store's namespace, and that of a gateway that sends requests here. Where they pass a
   * waypoint, the gateway must not decide a second time.
   */
  static List<String> visibleTo(Store store, String service) {
    if (store.mesh().ambient()) {
      return List.of(".");
    }
    List<String> namespaces = new ArrayList<>(List.of("."));
    store.ingressOf(service).ifPresent(gateway -> namespaces.add(gateway.namespace()));
    return namespaces;
  }

  private Route failing(String route, Fault fault, ServicePort port) {
    Percent percent = new Percent(fault.percent());
    return route(route, port)
        .match(List.of(Match.header(fault.header(), StringMatch.exact(fault.value()))))
        .fault(
            new VirtualService.Fault(
                fault.delay() == null ? null : new Delay(percent, fault.delay().toString()),
                fault.status() == null ? null : new Abort(percent, fault.status())))
        .route(weighted(port))
        .build();
  }

  private Route chosen(String version, VersionSettings how, ServicePort port) {
    return route(version, port)
        .match(how.match().stream().map(ServiceRoutes::match).toList())
        .route(List.of(new Weighted(destination(version, port), null)))
        .build();
  }

  private VirtualServiceRouteBuilder route(String route, ServicePort port) {
    TrafficSettings traffic = settings.traffic();
    RetrySettings retries = traffic.retries();
    boolean retried = retries.attempts() > 0;
    return VirtualServiceRouteBuilder.builder()
        .name(route)
        .timeout(traffic.timeout().toString())
        .retries(
            new Retries(
                retries.attempts(),
                retried ? retries.perTryTimeout().toString() : null,
                retried ? Retries.SAFE_CONDITIONS : null));
  }

  /** Where a canary begins and ends; in between the weights are its controller's. */
  private List<Weighted> split(ServicePort port) {
    return List.of(
        new Weighted(destination(ServiceCanary.STABLE, port), 100),
        new Weighted(destination(ServiceCanary.CANARY, port), 0));
  }

  /** To all pods where there is one version: during an update old and new ones serve together. */
  private List<Weighted> weighted(ServicePort port) {
    if (settings.canary() != null) {
      return List.of(new Weighted(destination(ServiceCanary.STABLE, port), null));
    }
    if (settings.versions().isEmpty()) {
      return List.of(new Weighted(destination(null, port), null));
    }
    Map<String, Integer> weights = new ServiceVersions(settings).weights();
    return weights.entrySet().stream()
        .map(
            each ->
                new Weighted(
                    destination(each.getKey(), port), weights.size() == 1 ? null : each.getValue()))
        .toList();
  }

  private List<Mirror> mirrors(ServicePort port) {
    List<Mirror> mirrors = new ArrayList<>();
    settings
        .versions()
        .forEach(
            (version, how) -> {
              if (how.mirror() > 0) {
                mirrors.add(new Mirror(destination(version, port), new Percent(how.mirror())));
              }
            });
    return mirrors;
  }

  private Destination destination(String subset, ServicePort port) {
    return new Destination(store.hostOf(name), subset, new VirtualService.Port(port.number()));
  }

  private boolean onlyPort() {
    return settings.servicePorts().size() == 1;
  }

  private static Match match(RequestMatch match) {
    return match.header() == null
        ? Match.header("cookie", StringMatch.regex(match.cookieExpression()))
        : Match.header(match.header(), StringMatch.exact(match.value()));
  }
}
