package com.onlinestore.config;

import com.onlinestore.components.settings.Problem;
import java.util.List;

/** A stack file that cannot be used; its message is all a person needs, without a stack trace. */
public final class StackFileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /** Tells every problem, each on a line of its own. */
  public StackFileException(List<Problem> problems) {
    super(message(problems));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong. */
  public List<Problem> problems() {
    return problems;
  }

  private static String message(List<Problem> problems) {
    StringBuilder message =
        new StringBuilder(
            problems.size() == 1
                ? "The stack file has a problem:"
                : "The stack file has " + problems.size() + " problems:");
    problems.forEach(problem -> message.append("\n  ").append(problem));
    return message.toString();
  }
}
