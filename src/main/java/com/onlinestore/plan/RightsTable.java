package com.onlinestore.plan;

import com.onlinestore.plan.cloud.Right;
import com.onlinestore.plan.cloud.Rights;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Who may do what in the cloud, by who it is, otherwise in the order of the plan. */
final class RightsTable {

  // Longer names stand on a line of their own, so that sentences keep their room.
  private static final int LONGEST = 36;
  private static final String INDENT = "  ";

  private RightsTable() {}

  static List<Right> rights(Plan plan) {
    return CloudResources.of(plan)
        .flatMap(resource -> Rights.of(resource).stream())
        .distinct()
        .sorted(Comparator.comparing(Right::who))
        .toList();
  }

  static List<String> lines(List<Right> rights) {
    int width =
        rights.stream()
            .mapToInt(right -> right.who().length())
            .filter(length -> length <= LONGEST)
            .max()
            .orElse(INDENT.length());
    List<String> lines = new ArrayList<>();
    rights.forEach(right -> add(lines, right, width));
    return lines;
  }

  private static void add(List<String> lines, Right right, int width) {
    String rest = INDENT + " ".repeat(width) + INDENT;
    String first = INDENT + right.who() + " ".repeat(Math.max(0, width - right.who().length()));
    if (right.who().length() > width) {
      lines.add(first);
      first = rest;
    } else {
      first += INDENT;
    }
    lines.addAll(TextLayout.wrapWords(first, rest, right.what()));
  }
}
