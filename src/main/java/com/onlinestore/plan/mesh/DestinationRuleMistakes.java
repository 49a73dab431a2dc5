package com.onlinestore.plan.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** DestinationRules about hosts that are not there, and subsets without pods. */
final class DestinationRuleMistakes {

  private DestinationRuleMistakes() {}

  static List<Mistake> of(Inventory inventory) {
    List<Mistake> mistakes = new ArrayList<>();
    for (MeshObject rule : inventory.istio("DestinationRule")) {
      String host = Subsets.hostOf(rule);
      if (host.startsWith("*")) {
        continue;
      }
      if (!inventory.hosts().mayExist(host)) {
        String written = rule.spec().path("host").asText();
        mistakes.add(UnknownHost.in(rule, "spec.host", written, inventory));
      }
      inventory
          .service(host)
          .ifPresent(service -> mistakes.addAll(withoutPods(rule, service, inventory)));
    }
    return mistakes;
  }

  private static List<Mistake> withoutPods(
      MeshObject rule, MeshObject service, Inventory inventory) {
    List<Mistake> mistakes = new ArrayList<>();
    JsonNode subsets = rule.spec().path("subsets");
    List<Pods> pods = inventory.behind(service);
    for (int i = 0; i < subsets.size(); i++) {
      Map<String, String> labels = Json.map(subsets.get(i).path("labels"));
      // A Service without pods of this plan gets them from elsewhere.
      if (!pods.isEmpty() && pods.stream().noneMatch(each -> each.carry(labels))) {
        mistakes.add(
            Mistake.in(
                rule,
                "spec.subsets[%d].labels".formatted(i),
                "no pods of %s carry %s: correct the labels, or deploy pods that do.",
                service,
                labels));
      }
    }
    return mistakes;
  }
}
