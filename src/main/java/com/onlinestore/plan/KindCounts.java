package com.onlinestore.plan;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Folds resources into {@code 12 NetworkPolicy}. */
final class KindCounts {

  private KindCounts() {}

  /** One text for each kind, the most frequent first, otherwise by name. */
  static List<String> of(Collection<PlannedResource> resources) {
    Map<String, Long> counts =
        resources.stream()
            .collect(
                Collectors.groupingBy(PlannedResource::kind, TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
        .map(kind -> kind.getValue() + " " + kind.getKey())
        .toList();
  }
}
