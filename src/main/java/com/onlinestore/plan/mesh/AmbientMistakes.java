package com.onlinestore.plan.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What counts on a proxy that is not there: on a waypoint that requests do not pass, or on a
 * sidecar in an ambient namespace.
 */
final class AmbientMistakes {

  private static final String USE_WAYPOINT = "istio.io/use-waypoint";
  private static final String ELSEWHERE = "istio.io/use-waypoint-namespace";
  private static final String NONE = "none";

  private final Inventory inventory;
  private final Map<String, MeshObject> namespaces = new TreeMap<>();
  private final List<Mistake> mistakes = new ArrayList<>();

  private AmbientMistakes(Inventory inventory) {
    this.inventory = inventory;
    inventory.objects().stream()
        .filter(each -> each.kind().equals("Namespace") && each.group().isEmpty())
        .forEach(each -> namespaces.put(each.name(), each));
  }

  static List<Mistake> of(Inventory inventory) {
    AmbientMistakes ambient = new AmbientMistakes(inventory);
    ambient.namespaces.values().forEach(each -> ambient.checkWaypoint(each, each.name()));
    inventory.services().forEach(each -> ambient.checkWaypoint(each, each.namespace()));
    inventory.istio("AuthorizationPolicy").forEach(ambient::checkTargets);
    inventory.istio("AuthorizationPolicy").forEach(ambient::checkOperations);
    inventory.istio("EnvoyFilter").forEach(ambient::checkSelected);
    inventory.istio("Sidecar").forEach(ambient::checkSelected);
    return ambient.mistakes;
  }

  private void checkWaypoint(MeshObject object, String namespace) {
    String waypoint = object.labels().path(USE_WAYPOINT).asText(NONE);
    if (!waypoint.equals(NONE)
        && !object.labels().has(ELSEWHERE)
        && !inventory.isUnknown(namespace)
        && inventory.objects().stream()
            .filter(MeshObject::isWaypoint)
            .noneMatch(each -> each.path().equals(namespace + "/" + waypoint))) {
      add(
          object,
          "metadata.labels",
          "\"%s\" is not a waypoint of %s, so requests pass none: correct the name.",
          waypoint,
          namespace);
    }
  }

  private void checkTargets(MeshObject policy) {
    List<JsonNode> references = TargetRefs.of(policy);
    for (int i = 0; i < references.size(); i++) {
      JsonNode reference = references.get(i);
      String path = "spec.targetRefs[%d]".formatted(i);
      inventory.services().stream()
          .filter(service -> TargetRefs.means(reference, policy, service))
          .filter(service -> namespaces.containsKey(service.namespace()))
          .filter(service -> waypointOf(service).equals(NONE))
          .forEach(
              service ->
                  add(
                      policy,
                      path,
                      "requests for Service %s pass no waypoint, so it holds for nothing: label the"
                          + " Service or its namespace %s.",
                      service.name(),
                      USE_WAYPOINT));
    }
  }

  private void checkOperations(MeshObject policy) {
    if (!TargetRefs.of(policy).isEmpty() || !holdsWithoutSidecars(policy)) {
      return;
    }
    JsonNode rules = policy.spec().path("rules");
    for (int i = 0; i < rules.size(); i++) {
      JsonNode to = rules.get(i).path("to");
      for (int j = 0; j < to.size(); j++) {
        String path = "spec.rules[%d].to[%d].operation.".formatted(i, j);
        JsonNode operation = to.get(j).path("operation");
        OperationMistakes.OF_REQUESTS.stream()
            .filter(operation::has)
            .forEach(
                attribute ->
                    add(
                        policy,
                        path + attribute,
                        "the proxy of a node sees no requests: name the Service in"
                            + " spec.targetRefs, so that the waypoint decides."));
      }
    }
  }

  private void checkSelected(MeshObject object) {
    if (holdsWithoutSidecars(object)) {
      add(
          object,
          "spec.workloadSelector.labels",
          "these pods have no sidecar in an ambient mesh, so it holds for nothing: remove it.");
    }
  }

  /** Whether it selects pods, all of them in an ambient namespace and none a gateway. */
  private boolean holdsWithoutSidecars(MeshObject object) {
    JsonNode labels =
        object.spec().has("workloadSelector")
            ? object.spec().at("/workloadSelector/labels")
            : object.spec().at("/selector/matchLabels");
    List<Pods> selected = inventory.selected(object.namespace(), Json.map(labels));
    return !labels.isEmpty()
        && !selected.isEmpty()
        && selected.stream().allMatch(each -> !each.gateway() && isAmbient(each.namespace()));
  }

  private boolean isAmbient(String namespace) {
    return namespaces.containsKey(namespace)
        && namespaces
            .get(namespace)
            .labels()
            .path("istio.io/dataplane-mode")
            .asText()
            .equals("ambient");
  }

  private String waypointOf(MeshObject service) {
    String ofNamespace =
        namespaces.get(service.namespace()).labels().path(USE_WAYPOINT).asText(NONE);
    return service.labels().path(USE_WAYPOINT).asText(ofNamespace);
  }

  private void add(MeshObject object, String path, String text, Object... values) {
    mistakes.add(Mistake.in(object, path, text, values));
  }
}
