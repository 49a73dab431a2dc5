package com.onlinestore.components.observability.dashboard;

import java.util.List;

/**
 * From where on a value is shown in a colour.
 *
 * @param from the least such value; null for all below the others
 */
record Threshold(String colour, Double from) {

  private static final String GOOD = "green";
  private static final String WORRYING = "orange";
  private static final String BAD = "red";

  /** Where more is worse. */
  public static List<Threshold> rising(double worrying, double bad) {
    return List.of(
        new Threshold(GOOD, null), new Threshold(WORRYING, worrying), new Threshold(BAD, bad));
  }

  /** Where less is worse. */
  public static List<Threshold> falling(double worrying, double good) {
    return List.of(
        new Threshold(BAD, null), new Threshold(WORRYING, worrying), new Threshold(GOOD, good));
  }
}
