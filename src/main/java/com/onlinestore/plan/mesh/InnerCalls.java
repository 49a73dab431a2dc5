package com.onlinestore.plan.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Calls inside the mesh, from the AuthorizationPolicies that hold for the callee. */
final class InnerCalls {

  private final Inventory inventory;
  private final List<Call> calls = new ArrayList<>();
  private final Set<Pods> governed = new HashSet<>();

  private InnerCalls(Inventory inventory, String action) {
    this.inventory = inventory;
    inventory.istio("AuthorizationPolicy").stream()
        .filter(policy -> policy.spec().path("action").asText("ALLOW").equals(action))
        .forEach(this::add);
  }

  /** What some policy allows; pods that no policy holds for are open to everybody. */
  static List<Call> allowed(Inventory inventory) {
    InnerCalls inner = new InnerCalls(inventory, "ALLOW");
    inventory.pods().stream()
        .filter(pods -> pods.gateway() || !inventory.servicesOf(pods).isEmpty())
        .filter(pods -> !inner.governed.contains(pods))
        .forEach(
            open ->
                inner.calls.add(
                    new Call(
                        Node.ANYONE,
                        Node.of(open),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of("no policy holds for it"))));
    return inner.calls;
  }

  /** What some policy refuses, whatever others allow. */
  static List<Call> refused(Inventory inventory) {
    return new InnerCalls(inventory, "DENY").calls;
  }

  private void add(MeshObject policy) {
    List<Pods> targets = inventory.targets(policy);
    governed.addAll(targets);
    for (JsonNode rule : policy.spec().path("rules")) {
      for (JsonNode from : orAny(rule.path("from"))) {
        for (JsonNode to : orAny(rule.path("to"))) {
          Source source = new Source(from.path("source"), inventory);
          Operation operation = new Operation(to.path("operation"));
          List<String> conditions = new ArrayList<>(source.conditions());
          conditions.addAll(operation.conditions());
          conditions.addAll(Conditions.when(rule.path("when")));
          for (Pods target : targets) {
            for (Node caller : source.callers()) {
              calls.add(
                  new Call(
                      caller,
                      Node.of(target),
                      operation.ports(),
                      operation.methods(),
                      operation.paths(),
                      conditions));
            }
          }
        }
      }
    }
  }

  // A rule without this part is about all of them.
  private static List<JsonNode> orAny(JsonNode part) {
    return part.isEmpty() ? List.of(MissingNode.getInstance()) : Json.each(part).toList();
  }
}
