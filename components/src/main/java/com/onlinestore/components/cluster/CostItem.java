package com.onlinestore.components.cluster;

import java.math.BigDecimal;

/**
 * A line of a cost estimate.
 *
 * @param what as in {@code nodes general: m7g.large}
 * @param least how many of it there always are
 * @param most how many of it there can be
 * @param monthlyEach list price of one for a month of 730 hours, in US dollars
 */
public record CostItem(String what, int least, int most, BigDecimal monthlyEach) {

  /** Hours of a month, as the clouds' own calculators count. */
  public static final BigDecimal HOURS = BigDecimal.valueOf(730);

  /** An item that is always there, priced by the hour. */
  public static CostItem fixed(String what, int count, String hourly) {
    return between(what, count, count, new BigDecimal(hourly));
  }

  /** An item that an autoscaler adds and removes, priced by the hour. */
  public static CostItem between(String what, int least, int most, BigDecimal hourly) {
    return new CostItem(what, least, most, hourly.multiply(HOURS));
  }
}
