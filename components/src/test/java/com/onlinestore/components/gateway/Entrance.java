package com.onlinestore.components.gateway;

import static com.onlinestore.components.Selectors.list;
import static com.onlinestore.components.Selectors.map;
import static com.onlinestore.components.Selectors.only;

import com.onlinestore.components.Selectors;
import com.onlinestore.components.kubernetes.Manifests;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a gateway does with a request, read from its objects as Istio and Envoy document them: the
 * authorizer is asked, the token is read, policies deny, preflights are answered, the first route
 * that matches is taken.
 *
 * @param virtualServices specs, as are the others
 */
record Entrance(
    List<Map<String, Object>> virtualServices,
    Map<String, Object> tokens,
    Optional<EntranceRules> denials,
    Optional<EntranceRules> logins) {

  /** What a service gets. */
  record Delivery(String host, Map<String, String> headers) {}

  /** The gateway as its settings make it. */
  static Entrance of(GatewaySettings settings) {
    int port = settings.tlsSecret() == null ? 80 : 443;
    GatewayGuards guards = new GatewayGuards("store-gateway", "store", settings, List.of());
    return new Entrance(
        new GatewayRoutes(settings, Gateways.store(settings), "store-gateway/store-gateway")
            .virtualServices().values().stream().map(Manifests::toMap).toList(),
        Manifests.toMap(GatewayTokens.of("store-gateway", settings.tokens())),
        guards.denials().map(Manifests::toMap).map(spec -> new EntranceRules(spec, port)),
        guards.logins().map(Manifests::toMap).map(spec -> new EntranceRules(spec, port)));
  }

  /** Empty where the gateway answers by itself. */
  Optional<Delivery> deliver(Request request) {
    if (!request.loggedIn() && logins.stream().anyMatch(it -> it.match(request))) {
      return Optional.empty();
    }
    Request read = readToken(request);
    if (denials.stream().anyMatch(it -> it.match(read))) {
      return Optional.empty();
    }
    return virtualService(request.hostWithoutPort())
        .flatMap(service -> route(service, request.pathWithoutQuery()))
        .filter(route -> !(route.containsKey("corsPolicy") && request.isPreflight()))
        .map(route -> new Delivery(destination(route), read.headers()));
  }

  /**
   * Issuers are tried in turn; each first takes its headers from the request, and the one whose
   * token it is sets them and ends it. A preflight is left as it is, and its token unread.
   */
  private Request readToken(Request request) {
    if (request.isPreflight()) {
      return request.with(request.headers(), Map.of());
    }
    Map<String, String> headers = new HashMap<>(request.headers());
    List<Map<String, Object>> rules = list(tokens, "jwtRules");
    for (Map<String, Object> rule : rules) {
      List<Map<String, String>> claims = list(rule, "outputClaimToHeaders");
      claims.forEach(each -> headers.remove(each.get("header")));
      if (request.claims().getOrDefault("iss", List.of()).contains(rule.get("issuer"))) {
        claims.forEach(
            each ->
                request.claims().getOrDefault(each.get("claim"), List.of()).stream()
                    .findFirst()
                    .ifPresent(value -> headers.put(each.get("header"), value)));
        break;
      }
    }
    return request.with(headers, request.claims());
  }

  private Optional<Map<String, Object>> virtualService(String host) {
    return virtualServices.stream()
        .filter(service -> specificity(service, host) > 0)
        .max(Comparator.comparingInt(service -> specificity(service, host)));
  }

  private static int specificity(Map<String, Object> service, String host) {
    List<String> hosts = list(service, "hosts");
    return hosts.stream()
        .filter(each -> each.startsWith("*") ? host.endsWith(each.substring(1)) : host.equals(each))
        .mapToInt(each -> each.startsWith("*") ? each.length() : Integer.MAX_VALUE)
        .max()
        .orElse(0);
  }

  private static Optional<Map<String, Object>> route(Map<String, Object> service, String path) {
    List<Map<String, Object>> routes = list(service, "http");
    return routes.stream()
        .filter(
            route ->
                Selectors.<Map<String, Object>>list(route, "match").stream()
                    .anyMatch(match -> isAt(map(match, "uri"), path)))
        .findFirst();
  }

  private static boolean isAt(Map<String, Object> uri, String path) {
    only(uri, "exact", "prefix");
    return path.equals(uri.get("exact"))
        || uri.containsKey("prefix") && path.startsWith((String) uri.get("prefix"));
  }

  /** The service whose own routes decide; their object is named {@code <service>--<port>}. */
  private static String destination(Map<String, Object> route) {
    Map<String, Object> delegate = map(route, "delegate");
    return ((String) delegate.get("name")).split("--")[0]
        + "."
        + delegate.get("namespace")
        + ".svc.cluster.local";
  }
}
