package com.onlinestore.components.gateway;

import com.onlinestore.components.kubernetes.gatewayapi.HttpRoute;
import com.onlinestore.components.service.RetrySettings;
import com.onlinestore.components.service.ServiceBackends;
import com.onlinestore.components.service.ServiceSettings;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import java.util.List;
import java.util.Map;

/** What Istio's own kinds can say and HTTPRoutes cannot: told instead of left out in silence. */
record GatewayApiLimits(GatewaySettings settings, Map<String, ServiceSettings> services) {

  /** What the API server takes as the path of an HTTPRoute. */
  private static final String PATH =
      "^(?!.*(//|/\\.{1,2}(/|$)|%2[fF]))([-A-Za-z0-9/._~!$&'()*+,;=:@]|%[0-9a-fA-F]{2})+$";

  private static final int LONGEST_NAME = 63;

  List<Problem> problems() {
    Problems problems = new Problems();
    for (int i = 0; i < settings.routes().size(); i++) {
      problems.addAll("routes[" + i + "]", problems(settings.routes().get(i)));
    }
    settings.routes().stream()
        .map(RouteSettings::service)
        .distinct()
        .filter(services::containsKey)
        .forEach(service -> problems.addAll("api", problems(service, services.get(service))));
    return problems.list();
  }

  /** Envoy would put the rest of the path after what replaces the slash, without one between. */
  private static List<Problem> problems(RouteSettings route) {
    String rewrite = route.rewrite() == null ? route.path() : route.rewrite();
    return new Problems()
        .addIf(
            !route.path().matches(PATH),
            "path",
            "\"%s\" is no path that gateway-api can route by: letters, digits and signs of URLs"
                + " alone, no empty part and no dots for one; change it, or say api: istio.",
            route.path())
        .addIf(
            route.path().equals("/") && !rewrite.equals("/"),
            "rewrite",
            "\"%s\" for everything (path: /) is more than gateway-api can say with Istio: it would"
                + " make %sa of /a. Route by a longer path, or say api: istio.",
            rewrite,
            rewrite)
        .list();
  }

  private List<Problem> problems(String name, ServiceSettings service) {
    RetrySettings retries = service.traffic().retries();
    ServiceBackends backends = new ServiceBackends(name, service);
    int rules = 1 + backends.chosen().values().stream().mapToInt(List::size).sum();
    Problems problems =
        new Problems()
            .addIf(
                service.canary() != null,
                "",
                "gateway-api knows nothing of the weights that a canary's controller moves, as"
                    + " services.%s.canary asks; give versions weights, or say istio.",
                name)
            .addIf(
                !service.faults().rules().isEmpty(),
                "",
                "gateway-api cannot fail requests on purpose, as services.%s.faults asks; remove the"
                    + " faults, or say istio.",
                name)
            .addIf(
                !retries.triesByDefault(service.traffic().timeout()),
                "",
                "gateway-api always tries twice more, and services.%s.traffic.retries says %d with"
                    + " %s for a try; leave these two out there, or say istio.",
                name,
                retries.attempts(),
                retries.perTryTimeout())
            .addIf(
                backends.names().size() > HttpRoute.MOST_RULES || rules > HttpRoute.MOST_RULES,
                "",
                "gateway-api takes at most %d versions of a service, and %d requests that choose one;"
                    + " services.%s has more. Say istio, or have fewer.",
                HttpRoute.MOST_RULES,
                HttpRoute.MOST_RULES - 1,
                name);
    for (String own : backends.names()) {
      problems
          .addIf(
              !own.equals(name) && services.containsKey(own),
              "",
              "gateway-api needs a Service \"%s\" for a version of services.%s, and there is a"
                  + " service of that name; rename one, or say istio.",
              own,
              name)
          .addIf(
              own.length() > LONGEST_NAME,
              "",
              "gateway-api needs a Service \"%s\" for a version of services.%s, which is longer than"
                  + " %d letters; shorten a name, or say istio.",
              own,
              name,
              LONGEST_NAME);
    }
    return problems.list();
  }
}
