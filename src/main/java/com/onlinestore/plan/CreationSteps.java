package com.onlinestore.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The order of creation: one step is what can be created together. */
final class CreationSteps {

  // More than this of one kind say nothing new by their names.
  private static final int NAMED = 3;

  private CreationSteps() {}

  static List<String> lines(Plan plan) {
    List<List<PlannedResource>> steps = CreationOrder.steps(plan.resources());
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      lines.addAll(TextLayout.wrap("%4d  ".formatted(i + 1), "      ", fold(steps.get(i))));
    }
    return lines;
  }

  private static List<String> fold(List<PlannedResource> step) {
    Map<String, List<PlannedResource>> byKind =
        step.stream()
            .collect(
                Collectors.groupingBy(PlannedResource::kind, TreeMap::new, Collectors.toList()));
    List<String> items = new ArrayList<>();
    byKind.forEach(
        (kind, members) -> {
          if (members.size() > NAMED) {
            items.add(members.size() + " " + kind);
          } else {
            members.forEach(member -> items.add(kind + " " + member.name()));
          }
        });
    return items;
  }
}
