package com.onlinestore.components.service;

import com.onlinestore.components.settings.Checks;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The gateway as services see it: a caller from another namespace, with declared calls like theirs.
 *
 * @param namespace of the gateway's pods
 * @param serviceAccount their identity
 * @param podLabels what selects them
 * @param calls the services it sends requests to
 * @param httpRoutes the services that HTTPRoutes of the Gateway API send requests to, which know
 *     Services alone: they need leave to reach them and, where several versions run, one for each
 */
public record Ingress(
    String namespace,
    String serviceAccount,
    Map<String, String> podLabels,
    List<Call> calls,
    Set<String> httpRoutes) {

  /** Copies the collections. */
  public Ingress {
    podLabels = Checks.sorted(podLabels);
    calls = List.copyOf(calls);
    httpRoutes = Set.copyOf(httpRoutes);
  }

  /** One that routes by Istio's own kinds. */
  public Ingress(
      String namespace, String serviceAccount, Map<String, String> podLabels, List<Call> calls) {
    this(namespace, serviceAccount, podLabels, calls, Set.of());
  }

  /** Whether it calls {@code service}. */
  public boolean reaches(String service) {
    return calls.stream().anyMatch(call -> call.service().equals(service));
  }
}
