package com.onlinestore.components.service;

import com.onlinestore.components.settings.Checks;
import java.util.Map;
import java.util.Set;

/**
 * The gateway as services see it: a caller from another namespace.
 *
 * @param namespace of the gateway's pods
 * @param serviceAccount their identity
 * @param podLabels what selects them
 * @param exposed the services it routes to
 */
public record Ingress(
    String namespace, String serviceAccount, Map<String, String> podLabels, Set<String> exposed) {

  /** Copies the collections. */
  public Ingress {
    podLabels = Checks.sorted(podLabels);
    exposed = Set.copyOf(exposed);
  }
}
