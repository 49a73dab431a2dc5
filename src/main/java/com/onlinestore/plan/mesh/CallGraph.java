package com.onlinestore.plan.mesh;

import java.util.List;
import java.util.stream.Stream;

/**
 * Who may call whom, as the mesh will enforce it: by identity inside, by name outside. Made from
 * the planned objects and not from the settings they came from.
 *
 * <p>The trap: where pods are not in the mesh, or have no sidecar, nothing of this holds.
 *
 * @param nodes all services, gateways, hosts and callers, sorted
 * @param calls what is let through, sorted
 * @param refusals what is refused though a call lets it through, sorted
 */
public record CallGraph(List<Node> nodes, List<Call> calls, List<Call> refusals) {

  /** Copies the lists. */
  public CallGraph {
    nodes = List.copyOf(nodes);
    calls = List.copyOf(calls);
    refusals = List.copyOf(refusals);
  }

  /** The graph of a plan; empty where nobody may call anybody. */
  public static CallGraph of(Inventory inventory) {
    List<Call> calls =
        Stream.concat(InnerCalls.allowed(inventory).stream(), OutsideCalls.of(inventory).stream())
            .distinct()
            .sorted()
            .toList();
    List<Call> refusals = InnerCalls.refused(inventory).stream().distinct().sorted().toList();
    Stream<Node> called =
        Stream.of(calls, refusals)
            .flatMap(List::stream)
            .flatMap(call -> Stream.of(call.from(), call.to()));
    List<Node> nodes =
        Stream.concat(inventory.pods().stream().map(Node::of), called).distinct().sorted().toList();
    return new CallGraph(calls.isEmpty() ? List.of() : nodes, calls, refusals);
  }
}
