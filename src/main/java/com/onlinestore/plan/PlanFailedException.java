package com.onlinestore.plan;

import java.util.List;

/**
 * The program ended without an exception of its own, but told the engine about errors, or the
 * engine would have refused what it registered.
 */
public final class PlanFailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** An error with one line or more for each problem; secrets are already masked. */
  public PlanFailedException(List<String> messages) {
    super(String.join(System.lineSeparator(), messages));
  }
}
