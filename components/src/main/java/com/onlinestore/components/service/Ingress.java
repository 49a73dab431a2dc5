package com.onlinestore.components.service;

import com.onlinestore.components.settings.Checks;
import java.util.List;
import java.util.Map;

/**
 * The gateway as services see it: a caller from another namespace, with declared calls like theirs.
 *
 * @param namespace of the gateway's pods
 * @param serviceAccount their identity
 * @param podLabels what selects them
 * @param calls the services it sends requests to
 */
public record Ingress(
    String namespace, String serviceAccount, Map<String, String> podLabels, List<Call> calls) {

  /** Copies the collections. */
  public Ingress {
    podLabels = Checks.sorted(podLabels);
    calls = List.copyOf(calls);
  }

  /** Whether it calls {@code service}. */
  public boolean reaches(String service) {
    return calls.stream().anyMatch(call -> call.service().equals(service));
  }
}
