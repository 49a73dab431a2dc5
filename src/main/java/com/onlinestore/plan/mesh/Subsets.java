package com.onlinestore.plan.mesh;

import java.util.List;

/** Subsets of a host. */
final class Subsets {

  private Subsets() {}

  /** Names of those that the DestinationRules of a host define. */
  static List<String> of(String fullHost, Inventory inventory) {
    return inventory.rulesOf(fullHost).stream()
        .flatMap(rule -> Json.each(rule.spec().path("subsets")))
        .map(subset -> subset.path("name").asText())
        .toList();
  }

  /** The whole name of the host that a DestinationRule is about. */
  static String hostOf(MeshObject rule) {
    return Hosts.full(rule.spec().path("host").asText(), rule.namespace());
  }
}
