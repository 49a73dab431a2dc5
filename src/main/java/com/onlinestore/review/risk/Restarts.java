package com.onlinestore.review.risk;

import com.onlinestore.review.difference.Change;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which pods restart, in one line for each reason. */
final class Restarts {

  private static final int SHOWN = 5;

  private Restarts() {}

  static Stream<Risk> in(Sides sides) {
    Map<String, List<String>> byEffect =
        sides.changes(change -> !change.effect().isEmpty()).stream()
            .collect(
                Collectors.groupingBy(
                    Change::effect,
                    TreeMap::new,
                    Collectors.mapping(Change::name, Collectors.toList())));
    return byEffect.entrySet().stream()
        .map(
            entry -> new Risk(Category.AVAILABILITY, some(entry.getValue()), entry.getKey() + "."));
  }

  private static String some(List<String> names) {
    String shown = names.stream().limit(SHOWN).collect(Collectors.joining(", "));
    return names.size() > SHOWN ? "%s and %d more".formatted(shown, names.size() - SHOWN) : shown;
  }
}
