package com.onlinestore.plan.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Policies and settings of proxies that hold for no pods. */
final class SelectorMistakes {

  private static final Set<String> BY_SELECTOR =
      Set.of(
          "AuthorizationPolicy",
          "PeerAuthentication",
          "RequestAuthentication",
          "Telemetry",
          "WasmPlugin");

  private static final Set<String> BY_WORKLOAD_SELECTOR = Set.of("EnvoyFilter", "Sidecar");

  private SelectorMistakes() {}

  static List<Mistake> of(Inventory inventory) {
    List<Mistake> mistakes = new ArrayList<>();
    for (MeshObject object : inventory.objects()) {
      if (BY_SELECTOR.stream().anyMatch(object::isIstio)) {
        check(object, "selector.matchLabels", inventory, mistakes);
        checkReferences(object, inventory, mistakes);
      } else if (BY_WORKLOAD_SELECTOR.stream().anyMatch(object::isIstio)) {
        check(object, "workloadSelector.labels", inventory, mistakes);
      }
    }
    return mistakes;
  }

  private static void check(
      MeshObject object, String path, Inventory inventory, List<Mistake> mistakes) {
    Map<String, String> labels = Json.map(object.spec().at("/" + path.replace('.', '/')));
    if (!labels.isEmpty()
        && !inventory.isUnknown(object.namespace())
        && inventory.selected(object.namespace(), labels).isEmpty()) {
      mistakes.add(
          Mistake.in(
              object,
              "spec." + path,
              "no pods of %s carry %s, so it holds for nothing: correct the labels.",
              inventory.isRoot(object.namespace()) ? "the plan" : object.namespace(),
              labels));
    }
  }

  private static void checkReferences(
      MeshObject object, Inventory inventory, List<Mistake> mistakes) {
    List<JsonNode> references = TargetRefs.of(object);
    for (int i = 0; i < references.size(); i++) {
      JsonNode reference = references.get(i);
      String kind = reference.path("kind").asText();
      // Classes are cluster-wide and come with Istio.
      if (!kind.equals("GatewayClass")
          && !inventory.isUnknown(object.namespace())
          && inventory.objects().stream()
              .noneMatch(each -> TargetRefs.means(reference, object, each))) {
        mistakes.add(
            Mistake.in(
                object,
                "spec.targetRefs[%d]".formatted(i),
                "%s %s is not in %s, so it holds for nothing: correct the name.",
                kind,
                reference.path("name").asText(),
                object.namespace()));
      }
    }
  }
}
