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

/** Which column a node stands in: callers, gateways, services by who calls whom, hosts outside. */
final class Columns {

  private final Map<Node, List<Node>> callers = new HashMap<>();
  private final Map<Node, Integer> depths = new HashMap<>();
  private final Set<Node> open = new HashSet<>();

  private Columns(Collection<Link> links) {
    for (Link link : links) {
      if (isService(link.from()) && isService(link.to()) && !link.refused()) {
        callers.computeIfAbsent(link.to(), to -> new ArrayList<>()).add(link.from());
      }
    }
  }

  /** The column of each node, counted from 0 without a gap. */
  static Map<Node, Integer> of(Collection<Node> nodes, Collection<Link> links) {
    Columns columns = new Columns(links);
    Map<Node, Integer> rough = new TreeMap<>();
    nodes.forEach(node -> rough.put(node, columns.rough(node)));
    List<Integer> used = rough.values().stream().distinct().sorted().toList();
    rough.replaceAll((node, column) -> used.indexOf(column));
    return rough;
  }

  private int rough(Node node) {
    return switch (node.kind()) {
      case CALLERS -> 0;
      case GATEWAY -> 1;
      case SERVICE -> 2 + depth(node);
      case HOST -> Integer.MAX_VALUE;
    };
  }

  /**
   * The longest way to it from a service that no service calls; a circle is cut where it closes.
   */
  private int depth(Node node) {
    Integer known = depths.get(node);
    if (known != null) {
      return known;
    }
    open.add(node);
    int depth = 0;
    for (Node caller : callers.getOrDefault(node, List.of())) {
      if (!open.contains(caller)) {
        depth = Math.max(depth, depth(caller) + 1);
      }
    }
    open.remove(node);
    depths.put(node, depth);
    return depth;
  }

  private static boolean isService(Node node) {
    return node.kind() == Node.Kind.SERVICE;
  }
}
