package com.onlinestore.components.api;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a change of the library means for those who use it.
 *
 * @param breaks what is gone or is something else now, and what whoever implements an interface
 *     lacks
 * @param additions what is new and breaks nobody
 */
record ApiChange(Set<String> breaks, Set<String> additions) {

  private static final String ABSTRACT = ": abstract ";

  static ApiChange between(List<String> promised, List<String> now) {
    Set<String> types = new LinkedHashSet<>();
    promised.forEach(line -> types.add(type(line)));
    Set<String> breaks = without(promised, now);
    Set<String> additions = without(now, promised);
    additions.stream()
        .filter(line -> line.contains(ABSTRACT) && types.contains(type(line)))
        .forEach(breaks::add);
    additions.removeAll(breaks);
    return new ApiChange(breaks, additions);
  }

  private static String type(String line) {
    return line.substring(0, line.indexOf(':'));
  }

  private static Set<String> without(List<String> lines, List<String> others) {
    Set<String> rest = new LinkedHashSet<>(lines);
    rest.removeAll(Set.copyOf(others));
    return rest;
  }
}
