package com.onlinestore.review.drawing;

import com.onlinestore.plan.mesh.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which column a node stands in: callers, gateways, services by who calls whom, hosts outside. */
final class Columns {

  private final Map<Node, Set<Node>> callees = new HashMap<>();
  private final Map<Node, List<Node>> callers = new HashMap<>();
  private final Map<Node, Integer> depths = new HashMap<>();

  private Columns(Collection<Node> nodes, Collection<Link> links) {
    Set<Node> called = new HashSet<>();
    for (Link link : links) {
      if (isService(link.from()) && isService(link.to()) && !link.refused()) {
        callees.computeIfAbsent(link.from(), from -> new TreeSet<>()).add(link.to());
        called.add(link.to());
      }
    }
    Set<Node> open = new HashSet<>();
    Set<Node> seen = new HashSet<>();
    Set<Node> sorted = new TreeSet<>(nodes);
    sorted.stream().filter(node -> !called.contains(node)).forEach(node -> walk(node, open, seen));
    sorted.forEach(node -> walk(node, open, seen));
  }

  /** The column of each node, counted from 0 without a gap. */
  static Map<Node, Integer> of(Collection<Node> nodes, Collection<Link> links) {
    Columns columns = new Columns(nodes, links);
    Map<Node, Integer> rough = new TreeMap<>();
    nodes.forEach(node -> rough.put(node, columns.rough(node)));
    List<Integer> used = rough.values().stream().distinct().sorted().toList();
    rough.replaceAll((node, column) -> used.indexOf(column));
    return rough;
  }

  /** Notes who calls whom; a circle is cut where it closes. */
  private void walk(Node node, Set<Node> open, Set<Node> seen) {
    if (!seen.add(node)) {
      return;
    }
    open.add(node);
    for (Node callee : callees.getOrDefault(node, Set.of())) {
      if (!open.contains(callee)) {
        callers.computeIfAbsent(callee, to -> new ArrayList<>()).add(node);
        walk(callee, open, seen);
      }
    }
    open.remove(node);
  }

  private int rough(Node node) {
    return switch (node.kind()) {
      case CALLERS -> 0;
      case GATEWAY -> 1;
      case SERVICE -> 2 + depth(node);
      case HOST -> Integer.MAX_VALUE;
    };
  }

  /** The longest way to it from a service that no service calls. */
  private int depth(Node node) {
    Integer known = depths.get(node);
    if (known != null) {
      return known;
    }
    int depth = 0;
    for (Node caller : callers.getOrDefault(node, List.of())) {
      depth = Math.max(depth, depth(caller) + 1);
    }
    depths.put(node, depth);
    return depth;
  }

  private static boolean isService(Node node) {
    return node.kind() == Node.Kind.SERVICE;
  }
}
