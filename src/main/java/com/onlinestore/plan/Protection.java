package com.onlinestore.plan;

import java.util.ArrayList;
import java.util.List;

/** What the engine refuses to delete, and so the whole stack with it. */
final class Protection {

  private static final String MEANING =
      "%d protected: pulumi destroy is refused until the stack file lifts it";

  private Protection() {}

  static List<String> lines(Plan plan) {
    List<PlannedResource> kept =
        plan.resources().stream().filter(PlannedResource::protect).toList();
    if (kept.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>();
    lines.add("  " + MEANING.formatted(kept.size()));
    lines.addAll(TextLayout.wrap("  ", KindCounts.of(kept)));
    return lines;
  }
}
