package com.onlinestore.review.risk;

import com.onlinestore.plan.cloud.Right;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who may do more in the cloud. */
final class Rights {

  private static final int SHOWN = 2;

  /** What nobody may do is no risk. */
  private static final String REFUSAL = "must not ";

  private Rights() {}

  static Stream<Risk> in(Sides sides) {
    Set<Right> before = new HashSet<>(sides.before().rights());
    Map<String, List<String>> more =
        sides.after().rights().stream()
            .filter(right -> !before.contains(right) && !right.what().startsWith(REFUSAL))
            .collect(
                Collectors.groupingBy(
                    Right::who,
                    TreeMap::new,
                    Collectors.mapping(Right::what, Collectors.toList())));
    return more.entrySet().stream()
        .map(
            entry ->
                new Risk(
                    Category.EXPOSURE, entry.getKey(), some(entry.getValue()) + " from now on."));
  }

  private static String some(List<String> rights) {
    String shown = rights.stream().limit(SHOWN).collect(Collectors.joining("; "));
    int others = rights.size() - SHOWN;
    return others > 0 ? "%s; and %d more".formatted(shown, others) : shown;
  }
}
