package com.onlinestore.components.gateway;

import com.onlinestore.components.mesh.envoy.HttpFilter;
import com.onlinestore.components.mesh.envoy.RequestsCounted;
import com.onlinestore.components.mesh.istio.EnvoyFilter;
import com.onlinestore.components.mesh.istio.EnvoyFilter.Context;
import com.onlinestore.components.service.BodyLimit;
import com.onlinestore.components.service.PortProtocol;
import com.onlinestore.components.service.RateSettings;
import com.onlinestore.components.service.ServicePort;
import com.onlinestore.components.service.ServiceSettings;
import com.onlinestore.components.service.Store;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All limits of a gateway. A request counts against those of its own route and against those of the
 * gateway: the narrowest first, so that a client who is refused takes nothing from the others.
 */
record GatewayLimits(GatewaySettings settings) {

  private static final String ROUTE = "route";

  /** Every rate, in the order in which requests meet them. */
  List<Limit> rates() {
    RouteRequests requests = new RouteRequests(HostGroup.of(settings));
    List<Limit> ofClients = new ArrayList<>();
    List<Limit> ofAll = new ArrayList<>();
    for (RouteSettings route : settings.routes()) {
      if (route.limits() != null) {
        List<RequestsCounted> counted = requests.of(route, ROUTE, route.name());
        add(ofClients, ROUTE, route.name(), counted, true, route.limits().client());
        add(ofAll, ROUTE, route.name(), counted, false, route.limits().rate());
      }
    }
    if (settings.limits() != null) {
      List<RequestsCounted> all = List.of(RequestsCounted.all("gateway", "all"));
      add(ofClients, "gateway", "all", all, true, settings.limits().client());
      add(ofAll, "gateway", "all", all, false, settings.limits().rate());
    }
    ofClients.addAll(ofAll);
    return ofClients;
  }

  private static void add(
      List<Limit> limits,
      String key,
      String value,
      List<RequestsCounted> requests,
      boolean byClient,
      RateSettings rate) {
    if (rate != null && !requests.isEmpty()) {
      limits.add(new Limit(key, value, requests, byClient, rate));
    }
  }

  /** Each pod's own limits, then those that all count together, then the size of the request. */
  Optional<EnvoyFilter> envoyFilter(String gateway, Store store) {
    List<HttpFilter> filters = new ArrayList<>();
    rates().forEach(limit -> filters.add(limit.filter()));
    if (settings.limitsTogether()) {
      filters.addAll(new LimitCounter(settings).filters(store));
    }
    if (settings.limits() != null && settings.limits().body() != null) {
      filters.add(BodyLimit.filter(settings.limits().body()));
    }
    return filters.isEmpty()
        ? Optional.empty()
        : Optional.of(
            EnvoyFilter.beforeRouting(
                StoreGateway.podLabels(gateway), Context.GATEWAY, null, filters));
  }

  /** What is wrong with the limits of the gateway and its routes. */
  List<Problem> problems(Map<String, ServiceSettings> services) {
    Problems problems = new Problems();
    GatewayLimitSettings limits = settings.limits();
    if (limits != null) {
      problems
          .addAll("limits", limits.problems())
          .addIf(
              limits.shared() && rates().isEmpty(),
              "limits.shared",
              "true has nothing to count: name a rate or a client limit, of the gateway or of a"
                  + " route.")
          .addAll("limits", shared(limits.rate(), limits.client()));
    }
    for (int i = 0; i < settings.routes().size(); i++) {
      RouteSettings route = settings.routes().get(i);
      String path = "routes[" + i + "]";
      if (route.limits() != null) {
        problems
            .addAll(path + ".limits", route.limits().problems(limits))
            .addAll(path + ".limits", shared(route.limits().rate(), route.limits().client()));
      }
      problems.addIf(
          limits != null && limits.body() != null && speaksGrpc(route, services),
          path + ".service",
          "leads to gRPC, whose streams gateway.limits.body would hold for ever; remove that and"
              + " limit bodies by service (services.<name>.limits.body).");
    }
    return problems.list();
  }

  private List<Problem> shared(RateSettings rate, RateSettings client) {
    return settings.limitsTogether()
        ? new Problems()
            .addAll("rate", LimitCounter.problems(rate))
            .addAll("client", LimitCounter.problems(client))
            .list()
        : List.of();
  }

  private static boolean speaksGrpc(RouteSettings route, Map<String, ServiceSettings> services) {
    return Optional.ofNullable(services.get(route.service()))
        .flatMap(service -> service.servicePort(route.port()))
        .map(ServicePort::protocol)
        .filter(PortProtocol.GRPC::equals)
        .isPresent();
  }
}
