package com.onlinestore.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * In which order resources can be created. What a program only looks up is there already, so it
 * holds nothing back.
 */
final class CreationOrder {

  private CreationOrder() {}

  /**
   * The stack, then each resource after its parent, its provider and its dependencies; otherwise by
   * URN.
   */
  static List<PlannedResource> sort(Collection<PlannedResource> resources) {
    Map<String, PlannedResource> byUrn =
        resources.stream().collect(Collectors.toMap(PlannedResource::urn, Function.identity()));
    Map<String, Integer> missing = new HashMap<>();
    Map<String, List<String>> dependents = new HashMap<>();
    PriorityQueue<String> ready =
        new PriorityQueue<>(
            Comparator.comparing((String urn) -> !byUrn.get(urn).isStack())
                .thenComparing(Comparator.naturalOrder()));
    for (PlannedResource resource : resources) {
      List<String> needed = prerequisites(resource).filter(byUrn::containsKey).toList();
      needed.forEach(
          urn -> dependents.computeIfAbsent(urn, key -> new ArrayList<>()).add(resource.urn()));
      missing.put(resource.urn(), needed.size());
      if (needed.isEmpty()) {
        ready.add(resource.urn());
      }
    }
    List<PlannedResource> sorted = new ArrayList<>();
    while (!ready.isEmpty()) {
      String urn = ready.remove();
      sorted.add(byUrn.get(urn));
      for (String dependent : dependents.getOrDefault(urn, List.of())) {
        if (missing.merge(dependent, -1, Integer::sum) == 0) {
          ready.add(dependent);
        }
      }
    }
    if (sorted.size() < resources.size()) {
      throw new IllegalStateException("Resources depend on each other in a circle.");
    }
    return sorted;
  }

  /**
   * What can be created together, step by step. Components are not part of it: they exist as soon
   * as they are named.
   *
   * @param sorted resources as {@link #sort} returns them
   */
  static List<List<PlannedResource>> steps(List<PlannedResource> sorted) {
    Map<String, Integer> steps = new HashMap<>();
    Map<Integer, List<PlannedResource>> grouped = new TreeMap<>();
    for (PlannedResource resource : sorted) {
      int before =
          prerequisites(resource).mapToInt(urn -> steps.getOrDefault(urn, 0)).max().orElse(0);
      int step = resource.custom() ? before + 1 : before;
      steps.put(resource.urn(), step);
      if (resource.custom()) {
        grouped.computeIfAbsent(step, key -> new ArrayList<>()).add(resource);
      }
    }
    return List.copyOf(grouped.values());
  }

  private static Stream<String> prerequisites(PlannedResource resource) {
    return Stream.concat(
            resource.dependencies().stream(),
            Stream.of(resource.parent(), resource.provider()).filter(urn -> urn != null))
        .distinct();
  }
}
