package com.onlinestore.components.settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Collects every mistake before anybody is told, so that a person fixes them in one round.
 *
 * <p>Settings records say what is wrong across their fields in a {@code problems()} method made
 * with this class; components refuse settings that have any.
 */
public final class Problems {

  private final List<Problem> found = new ArrayList<>();

  /** Adds a problem at {@code path} where {@code wrong} holds. */
  public Problems addIf(boolean wrong, String path, String message, Object... arguments) {
    if (wrong) {
      found.add(new Problem(path, String.format(message, arguments)));
    }
    return this;
  }

  /** Adds the problems of a part, each path put under {@code path}. */
  public Problems addAll(String path, Collection<Problem> problems) {
    problems.forEach(problem -> found.add(problem.under(path)));
    return this;
  }

  /** What was found, in the order it was added. */
  public List<Problem> list() {
    return List.copyOf(found);
  }

  /**
   * Refuses settings that have problems.
   *
   * @throws IllegalArgumentException with every problem on a line of its own
   */
  public static void refuse(String what, Collection<Problem> problems) {
    if (!problems.isEmpty()) {
      StringBuilder lines = new StringBuilder(what);
      problems.forEach(
          problem -> lines.append(System.lineSeparator()).append("  ").append(problem));
      throw new IllegalArgumentException(lines.toString());
    }
  }
}
