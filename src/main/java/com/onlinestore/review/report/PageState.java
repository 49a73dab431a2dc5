package com.onlinestore.review.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether something is on one side of a change alone. */
enum PageState {
  /** It comes. */
  ADDED("added"),
  /** It goes. */
  REMOVED("removed"),
  /** On both sides, or there is one side alone. */
  SAME("");

  private final String word;

  PageState(String word) {
    this.word = word;
  }

  /** For the page. */
  @JsonValue
  String word() {
    return word;
  }

  /** Everything of both sides: what stays and what comes in its order, what goes at the end. */
  static <T> Map<T, PageState> of(List<T> before, List<T> after) {
    Set<T> known = new HashSet<>(before);
    Map<T, PageState> states = new LinkedHashMap<>();
    after.forEach(each -> states.put(each, known.contains(each) ? SAME : ADDED));
    before.forEach(each -> states.putIfAbsent(each, REMOVED));
    return states;
  }
}
