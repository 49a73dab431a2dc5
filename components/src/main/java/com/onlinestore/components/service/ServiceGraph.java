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
 */
public final class ServiceGraph {

  private final Map<String, ServiceSettings> services;
  private final Map<String, List<Caller>> callers = new TreeMap<>();

  /** A caller and the methods it may use; empty for all. */
  public record Caller(String service, List<Call.HttpMethod> methods) {}

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
                            .add(new Caller(name, call.methods()))));
  }

  /** The declared callers of {@code service}, by name. */
  public List<Caller> callersOf(String service) {
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

  /** All services by name. */
  public Map<String, ServiceSettings> services() {
    return Collections.unmodifiableMap(services);
  }

  /** Calls to unknown services, calls declared twice, and hosts declared in two ways. */
  public List<Problem> problems() {
    Problems problems = new Problems();
    services.forEach((name, settings) -> problems.addAll(name, problems(settings.calls())));
    return problems.addAll("", StoreEgress.problems(services)).list();
  }

  private List<Problem> problems(List<Call> calls) {
    Problems problems = new Problems();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < calls.size(); i++) {
      String callee = calls.get(i).service();
      problems.addIf(
          !services.containsKey(callee),
          "calls[" + i + "]",
          "\"%s\" is not a service of this store.%s",
          callee,
          Nearest.didYouMean(callee, services.keySet()));
      problems.addIf(!seen.add(callee), "calls[" + i + "]", "\"%s\" is declared twice.", callee);
    }
    return problems.list();
  }
}
