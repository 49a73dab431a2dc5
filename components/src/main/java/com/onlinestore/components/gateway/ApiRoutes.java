package com.onlinestore.components.gateway;

import com.onlinestore.components.kubernetes.gatewayapi.HttpRoute;
import com.onlinestore.components.kubernetes.gatewayapi.HttpRoute.Backend;
import com.onlinestore.components.kubernetes.gatewayapi.HttpRoute.Filter;
import com.onlinestore.components.kubernetes.gatewayapi.HttpRoute.Header;
import com.onlinestore.components.kubernetes.gatewayapi.HttpRoute.Match;
import com.onlinestore.components.kubernetes.gatewayapi.HttpRoute.ParentRef;
import com.onlinestore.components.kubernetes.gatewayapi.HttpRoute.Path;
import com.onlinestore.components.kubernetes.gatewayapi.HttpRoute.Rule;
import com.onlinestore.components.kubernetes.gatewayapi.HttpRoute.Timeouts;
import com.onlinestore.components.service.RequestMatch;
import com.onlinestore.components.service.ServiceBackends;
import com.onlinestore.components.service.ServiceSettings;
import com.onlinestore.components.service.Store;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The gateway's routes as HTTPRoutes: one for all hosts that are routed alike, or several where
 * that is more than one may hold.
 */
record ApiRoutes(GatewaySettings settings, Store store, String gateway) {

  /** No host ends in a number, so no host's routes are called like this. */
  static final String REDIRECT = "redirect.301";

  /** By the object's name. */
  Map<String, HttpRoute> httpRoutes() {
    Map<String, HttpRoute> routes = new LinkedHashMap<>();
    boolean tls = settings.tlsSecret() != null;
    if (tls) {
      routes.put(REDIRECT, redirect());
    }
    List<ParentRef> listener =
        List.of(new ParentRef(gateway, tls ? ApiListeners.HTTPS : ApiListeners.HTTP));
    for (HostGroup alike : HostGroup.of(settings)) {
      String name = StoreGateway.routesName(alike.hosts().get(0));
      int part = 1;
      for (List<String> hosts : parts(alike.hosts())) {
        for (List<Rule> rules : rules(alike.routes())) {
          routes.put(part == 1 ? name : name + "." + part, new HttpRoute(listener, hosts, rules));
          part++;
        }
      }
    }
    return routes;
  }

  private HttpRoute redirect() {
    return new HttpRoute(
        List.of(new ParentRef(gateway, ApiListeners.HTTP)),
        List.of(),
        List.of(new Rule(List.of(), List.of(Filter.toHttps()), List.of(), null)));
  }

  private static List<List<String>> parts(List<String> hosts) {
    List<List<String>> parts = new ArrayList<>();
    for (int from = 0; from < hosts.size(); from += HttpRoute.MOST_HOSTS) {
      parts.add(hosts.subList(from, Math.min(hosts.size(), from + HttpRoute.MOST_HOSTS)));
    }
    return parts;
  }

  /** Rules of one path stay together, because between equals the order counts. */
  private List<List<Rule>> rules(List<RouteSettings> routes) {
    List<List<Rule>> parts = new ArrayList<>(List.of(new ArrayList<>()));
    for (RouteSettings route : routes) {
      List<Rule> rules = rules(route);
      if (parts.get(parts.size() - 1).size() + rules.size() > HttpRoute.MOST_RULES) {
        parts.add(new ArrayList<>());
      }
      parts.get(parts.size() - 1).addAll(rules);
    }
    return parts;
  }

  /** Requests that choose their version, then the weights of the versions. */
  private List<Rule> rules(RouteSettings route) {
    ServiceSettings service = store.graph().settingsOf(route.service());
    ServiceBackends backends = new ServiceBackends(route.service(), service);
    int port = store.graph().portOf(route.call()).number();
    Timeouts timeouts = Timeouts.of(service.traffic().timeout());
    Path path = Path.prefix(route.path());
    List<Filter> filters = new ArrayList<>();
    if (route.rewrite() != null && !route.rewrite().equals(route.path())) {
      filters.add(Filter.rewritePrefix(route.rewrite()));
    }
    if (settings.cors() != null) {
      filters.add(Filter.cors(settings.cors().filter()));
    }
    List<Rule> rules = new ArrayList<>();
    // A rewrite stands with one match only.
    backends
        .chosen()
        .forEach(
            (name, requests) ->
                requests.forEach(
                    request ->
                        rules.add(
                            new Rule(
                                List.of(new Match(path, header(request))),
                                List.copyOf(filters),
                                List.of(backend(name, port, null)),
                                timeouts))));
    Map<String, Integer> weights = backends.weights();
    List<Backend> weighted =
        weights.entrySet().stream()
            .map(each -> backend(each.getKey(), port, weights.size() == 1 ? null : each.getValue()))
            .toList();
    backends
        .mirrors()
        .forEach((name, percent) -> filters.add(Filter.mirror(backend(name, port, null), percent)));
    rules.add(new Rule(List.of(new Match(path, List.of())), filters, weighted, timeouts));
    return rules;
  }

  private Backend backend(String service, int port, Integer weight) {
    return new Backend(service, store.namespace(), port, weight);
  }

  private static List<Header> header(RequestMatch match) {
    return List.of(
        match.header() == null
            ? Header.expression("cookie", match.cookieExpression())
            : Header.exact(match.header(), match.value()));
  }
}
