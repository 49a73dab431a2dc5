package com.onlinestore.components.gateway;

import static com.onlinestore.components.settings.Checks.copy;
import static com.onlinestore.components.settings.Checks.eachMatching;
import static com.onlinestore.components.settings.Checks.optional;
import static com.onlinestore.components.settings.Checks.or;
import static com.onlinestore.components.settings.Checks.within;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.service.Call;
import com.onlinestore.components.service.ServicePort;
import com.onlinestore.components.service.ServiceSettings;
import com.onlinestore.components.settings.Checks;
import com.onlinestore.components.settings.Nearest;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The store's entrance.
 *
 * <pre>{@code
 * var gateway =
 *     GatewaySettingsBuilder.builder()
 *         .hosts(List.of("store.example.com"))
 *         .tlsSecret("store-tls")
 *         .routes(List.of(new RouteSettings("/orders", "orders", null, "/", null)))
 *         .build();
 * }</pre>
 *
 * @param hosts names it answers to
 * @param tlsSecret a TLS Secret in the gateway's namespace; HTTP is redirected to HTTPS then
 * @param plainHttp serve without encryption; must be said, never assumed
 * @param internal whether only the cluster's network reaches it; default false
 * @param routes where requests go, the longest path first
 * @param tokens whose end-user tokens are believed; none where nobody's is
 * @param cors which web pages of other origins may call; null for none
 * @param login who is asked whether somebody is logged in; null for nobody
 * @param limits what it takes from outside; null for everything
 * @param trustedProxies how many proxies stand before it, such as a CDN; default 0. The trap: with
 *     too many of them, whoever comes past them makes up an address
 * @param api the kinds that say all this; default istio
 */
@RecordBuilder
public record GatewaySettings(
    @JsonProperty(required = true)
        @JsonPropertyDescription("Host names the store answers to, such as store.example.com.")
        @Size(min = 1)
        List<@Pattern(regexp = Checks.HOST) String> hosts,
    @JsonPropertyDescription(
            "Name of a kubernetes.io/tls Secret in the gateway's namespace. HTTP is redirected to"
                + " HTTPS then.")
        @Pattern(regexp = GatewaySettings.SECRET)
        String tlsSecret,
    @JsonPropertyDescription("true: serve plain HTTP without encryption. Default: false.")
        Boolean plainHttp,
    @JsonPropertyDescription(
            "true: only the cluster's network reaches the load balancer. Default: false.")
        Boolean internal,
    @JsonProperty(required = true)
        @JsonPropertyDescription("Where requests go. The longest matching path wins.")
        @Size(min = 1)
        List<RouteSettings> routes,
    @JsonPropertyDescription("Who issues end-user tokens that are believed. Default: nobody.")
        List<TokenSettings> tokens,
    @JsonPropertyDescription(
            "Which web pages of other origins may call. Default: those of the store's own hosts"
                + " alone.")
        CorsSettings cors,
    @JsonPropertyDescription("Who is asked whether somebody is logged in. Default: nobody.")
        LoginSettings login,
    @JsonPropertyDescription("What it takes from outside. Default: everything.")
        GatewayLimitSettings limits,
    @JsonPropertyDescription(
            "Proxies before the gateway that add the address of their client to X-Forwarded-For,"
                + " such as 1 for a CDN. Default: 0, the address that connects is the client's.")
        @Min(0)
        @Max(10)
        Integer trustedProxies,
    @JsonPropertyDescription(
            "istio: Gateway and VirtualServices of Istio. gateway-api: Gateway and HTTPRoutes of"
                + " Kubernetes, whose kinds the cluster must have. Default: istio.")
        GatewayApi api) {

  static final String SECRET = "^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$";

  /** Refuses a gateway without hosts or routes, and names that nothing can have. */
  public GatewaySettings {
    hosts = eachMatching("hosts", hosts, Checks.HOST);
    optional("tlsSecret", tlsSecret, SECRET);
    routes = copy(routes);
    plainHttp = or(plainHttp, false);
    internal = or(internal, false);
    tokens = copy(tokens);
    trustedProxies = within("trustedProxies", or(trustedProxies, 0), 0, 10);
    api = or(api, GatewayApi.ISTIO);
    if (hosts.isEmpty() || routes.isEmpty()) {
      throw new IllegalArgumentException("A gateway needs at least one host and one route.");
    }
  }

  /** A gateway that asks nobody who they are. */
  public GatewaySettings(
      List<String> hosts,
      String tlsSecret,
      Boolean plainHttp,
      Boolean internal,
      List<RouteSettings> routes) {
    this(hosts, tlsSecret, plainHttp, internal, routes, null, null, null, null, null, null);
  }

  /** Where requests are answered; with a certificate HTTP is only redirected. */
  int servingPort() {
    return tlsSecret == null ? 80 : 443;
  }

  /** What the gateway calls, each service and port once: what it routes to, and whom it asks. */
  public List<Call> calls() {
    return Stream.concat(
            routes.stream().map(RouteSettings::call),
            Stream.concat(
                Stream.ofNullable(login).map(LoginSettings::service).map(Call::new),
                limitsTogether() ? Stream.of(new Call(LimitCounter.NAME)) : Stream.empty()))
        .distinct()
        .sorted(
            Comparator.comparing(Call::service)
                .thenComparing(Call::port, Comparator.nullsFirst(Comparator.naturalOrder())))
        .toList();
  }

  /** Whether tokens or the cookies of a login cross the network unencrypted. */
  public boolean identifiesInClear() {
    return plainHttp && (!tokens.isEmpty() || login != null);
  }

  /** What is for everybody on every host, so that somebody can log in there. */
  List<RouteSettings> loginPages() {
    return routes.stream()
        .filter(route -> login != null && route.service().equals(login.service()))
        .filter(route -> route.host() == null)
        .toList();
  }

  /** Whether its pods count together. */
  boolean limitsTogether() {
    return limits != null && limits.shared();
  }

  /** What is wrong across fields, given the store's services. */
  public List<Problem> problems(Map<String, ServiceSettings> services) {
    Problems problems =
        new Problems()
            .addIf(
                tlsSecret == null && !plainHttp,
                "tlsSecret",
                "names no certificate, so the store would be served without encryption. Name a TLS"
                    + " Secret, or say plainHttp: true.")
            .addIf(
                tlsSecret != null && plainHttp,
                "plainHttp",
                "true contradicts tlsSecret (\"%s\"), which redirects HTTP to HTTPS; remove one.",
                tlsSecret);
    problems.addAll("", new GatewayLimits(this).problems(services));
    for (int i = 0; i < hosts.size(); i++) {
      problems.addIf(
          hosts.indexOf(hosts.get(i)) < i,
          "hosts[" + i + "]",
          "\"%s\" stands twice.",
          hosts.get(i));
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < routes.size(); i++) {
      RouteSettings route = routes.get(i);
      String path = "routes[" + i + "]";
      problems
          .addAll(path, portProblems(route, services.get(route.service())))
          .addIf(
              !services.containsKey(route.service()),
              path + ".service",
              "\"%s\" is not a service of this store.%s",
              route.service(),
              Nearest.didYouMean(route.service(), services.keySet()))
          .addIf(
              route.host() != null && !hosts.contains(route.host()),
              path + ".host",
              "\"%s\" is not one of the gateway's hosts.%s",
              route.host(),
              Nearest.didYouMean(String.valueOf(route.host()), hosts))
          .addIf(
              !seen.add(route.host() + " " + route.path()),
              path + ".path",
              "\"%s\" is routed twice.",
              route.path());
    }
    if (api == GatewayApi.GATEWAY_API) {
      problems.addAll("", new GatewayApiLimits(this, services).problems());
    }
    return problems.addAll("", new IdentityProblems(this).list(services)).list();
  }

  /** A route needs a port that speaks HTTP. */
  private static List<Problem> portProblems(RouteSettings route, ServiceSettings service) {
    if (service == null) {
      return List.of();
    }
    List<String> names = service.servicePorts().stream().map(ServicePort::name).toList();
    Optional<ServicePort> port = service.servicePort(route.port());
    return new Problems()
        .addIf(
            port.isEmpty(),
            "port",
            "\"%s\" is not a port of \"%s\" (%s).%s",
            route.port(),
            route.service(),
            String.join(", ", names),
            Nearest.didYouMean(String.valueOf(route.port()), names))
        .addIf(
            port.filter(each -> !each.protocol().hasRequests()).isPresent(),
            "service",
            "\"%s\" speaks tcp there, which has no paths to route by; route to a port that speaks"
                + " http, http2 or grpc.",
            route.service())
        .list();
  }
}
