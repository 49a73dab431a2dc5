package com.onlinestore.components.service;

import com.onlinestore.components.settings.Nearest;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who calls whom, as declared. Policies, sidecar scopes and addresses all follow from it, so that
 * they cannot disagree. Cycles and calls to oneself are edges like any other.
 *
 * <pre>{@code
 * Image image = new Image("ghcr.io/acme/orders:1.4.2");
 * ServiceSettingsBuilder settings = ServiceSettingsBuilder.builder().image(image);
 * var graph =
 *     new ServiceGraph(
 *         Map.of(
 *             "products", settings.build(),
 *             "orders", settings.calls(List.of(new Call("products"))).build()));
 * }</pre>
 */
public final class ServiceGraph {

  private final Map<String, ServiceSettings> services;
  private final Map<String, List<Edge>> callers = new TreeMap<>();

  /** A caller and what it may do. */
  public record Edge(String caller, Call call) {}

  /** The graph of {@code services}; unknown callees are left out here and told by problems(). */
  public ServiceGraph(Map<String, ServiceSettings> services) {
    this.services = new TreeMap<>(services);
    this.services.forEach(
        (name, settings) ->
            settings
                .calls()
                .forEach(
                    call ->
                        callers
                            .computeIfAbsent(call.service(), any -> new ArrayList<>())
                            .add(new Edge(name, call))));
  }

  /** The declared callers of {@code service}, by name. */
  public List<Edge> callersOf(String service) {
    return List.copyOf(callers.getOrDefault(service, List.of()));
  }

  /** Settings of {@code service}, which must be one of the graph. */
  public ServiceSettings settingsOf(String service) {
    ServiceSettings settings = services.get(service);
    if (settings == null) {
      throw new IllegalArgumentException(
          "\"%s\" is not a service of this store.".formatted(service));
    }
    return settings;
  }

  /** The port that {@code call} goes to, which its callee must have. */
  public ServicePort portOf(Call call) {
    return settingsOf(call.service())
        .servicePort(call.port())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "\"%s\" is not a port of \"%s\".".formatted(call.port(), call.service())));
  }

  /** All services by name. */
  public Map<String, ServiceSettings> services() {
    return Collections.unmodifiableMap(services);
  }

  /**
   * Calls to unknown services or ports, calls declared twice, callees slower than their callers
   * wait, names that two services would share, and hosts declared in two ways.
   */
  public List<Problem> problems() {
    Problems problems = new Problems();
    services.forEach(
        (name, settings) ->
            problems
                .addAll(name, problems(settings.calls()))
                .addAll(name, tooSlow(name, settings)));
    return problems.addAll("", sameNames()).addAll("", StoreEgress.problems(services)).list();
  }

  /** A caller gives up after its own timeout: a callee may not take longer. */
  private List<Problem> tooSlow(String caller, ServiceSettings settings) {
    Problems problems = new Problems();
    for (int i = 0; i < settings.calls().size(); i++) {
      Call call = settings.calls().get(i);
      ServiceSettings callee = services.get(call.service());
      problems.addIf(
          callee != null
              && new ServicePorts(callee)
                  .named(call.port())
                  .filter(port -> port.protocol().hasRequests())
                  .isPresent()
              && callee.traffic().timeout().compareTo(settings.traffic().timeout()) > 0,
          "calls[" + i + "]",
          "\"%s\" may take %s (services.%s.traffic.timeout), and whoever calls \"%s\" waits %s"
              + " only (services.%s.traffic.timeout); shorten the one or lengthen the other.",
          call.service(),
          callee == null ? "" : callee.traffic().timeout(),
          call.service(),
          caller,
          settings.traffic().timeout(),
          caller);
    }
    return problems.list();
  }

  /** Names are joined of two parts, so two pairs can give one name. */
  private List<Problem> sameNames() {
    Problems problems = new Problems();
    Map<String, String> deployments = new TreeMap<>();
    Map<String, String> routes = new TreeMap<>();
    Map<String, String> rules = new TreeMap<>();
    services.keySet().forEach(name -> routes.put(name, name));
    services.keySet().forEach(name -> rules.put(name, name));
    services.forEach(
        (name, settings) -> {
          for (String version : settings.releases().keySet()) {
            alike(problems, deployments, "Deployment", name, Store.nameOf(name, version));
          }
          if (settings.canary() != null) {
            alike(problems, rules, "DestinationRule", name, ServiceCanary.ruleName(name));
          }
          for (ServicePort port : settings.servicePorts()) {
            alike(
                problems,
                routes,
                "VirtualService",
                name,
                ServiceRoutes.nameOf(name, settings, port));
          }
        });
    return problems.list();
  }

  private static void alike(
      Problems problems, Map<String, String> owners, String kind, String service, String name) {
    String owner = owners.putIfAbsent(name, service);
    problems.addIf(
        owner != null,
        service,
        "would have a %s \"%s\", as service \"%s\" has; rename one of them.",
        kind,
        name,
        String.valueOf(owner));
  }

  private List<Problem> problems(List<Call> calls) {
    Problems problems = new Problems();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < calls.size(); i++) {
      String path = "calls[" + i + "]";
      Call call = calls.get(i);
      String callee = call.service();
      ServiceSettings settings = services.get(callee);
      problems.addIf(
          settings == null,
          path,
          "\"%s\" is not a service of this store.%s",
          callee,
          Nearest.didYouMean(callee, services.keySet()));
      problems.addIf(
          !seen.add(callee + " " + call.port()), path, "\"%s\" is declared twice.", callee);
      if (settings != null) {
        problems.addAll(path, problems(call, new ServicePorts(settings)));
      }
    }
    return problems.list();
  }

  private static List<Problem> problems(Call call, ServicePorts ports) {
    boolean requests =
        ports.named(call.port()).map(port -> port.protocol().hasRequests()).orElse(true);
    return new Problems()
        .addIf(
            ports.named(call.port()).isEmpty(),
            "port",
            "\"%s\" is not a port of \"%s\" (%s).%s",
            call.port(),
            call.service(),
            String.join(", ", ports.names()),
            Nearest.didYouMean(String.valueOf(call.port()), ports.names()))
        .addIf(
            call.readsRequests() && !requests,
            "",
            "methods and paths need requests, and this port of \"%s\" speaks tcp; remove them.",
            call.service())
        .list();
  }
}
