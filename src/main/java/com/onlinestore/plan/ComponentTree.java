package com.onlinestore.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The tree of components. Whatever has children stands on a line of its own; the rest is folded by
 * kind below its parent.
 */
final class ComponentTree {

  private final Map<String, List<PlannedResource>> children;
  private final List<String> lines = new ArrayList<>();

  private ComponentTree(Plan plan) {
    Set<String> planned =
        plan.resources().stream().map(PlannedResource::urn).collect(Collectors.toSet());
    String stack = plan.resources().get(0).urn();
    // Below a resource that was only looked up: the stack is the next one above that is planned.
    children =
        plan.resources().stream()
            .filter(resource -> resource.parent() != null)
            .collect(
                Collectors.groupingBy(
                    resource -> planned.contains(resource.parent()) ? resource.parent() : stack));
  }

  static List<String> lines(Plan plan) {
    ComponentTree tree = new ComponentTree(plan);
    plan.resources().stream()
        .filter(PlannedResource::isStack)
        .forEach(stack -> tree.addBelow(stack, "  "));
    return tree.lines;
  }

  private void addBelow(PlannedResource parent, String indent) {
    List<PlannedResource> branches = children(parent).stream().filter(this::isBranch).toList();
    List<PlannedResource> leaves =
        children(parent).stream().filter(child -> !isBranch(child)).toList();
    String trunk = branches.isEmpty() ? "   " : "│  ";
    lines.addAll(TextLayout.wrap(indent + trunk, KindCounts.of(leaves)));
    for (int i = 0; i < branches.size(); i++) {
      boolean last = i == branches.size() - 1;
      PlannedResource branch = branches.get(i);
      lines.add(indent + (last ? "└─ " : "├─ ") + title(branch));
      addBelow(branch, indent + (last ? "   " : "│  "));
    }
  }

  private String title(PlannedResource branch) {
    long count = customBelow(branch);
    return "%s %s (%d)".formatted(branch.kind(), branch.name(), count);
  }

  private long customBelow(PlannedResource parent) {
    return children(parent).stream()
        .mapToLong(child -> (child.custom() ? 1 : 0) + customBelow(child))
        .sum();
  }

  private boolean isBranch(PlannedResource resource) {
    return !resource.custom() || children.containsKey(resource.urn());
  }

  private List<PlannedResource> children(PlannedResource parent) {
    return children.getOrDefault(parent.urn(), List.of());
  }
}
