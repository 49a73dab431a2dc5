package com.onlinestore.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An estimate in US dollars a month, from the fewest to the most nodes.
 *
 * @param least what it is at least
 * @param most what it may become
 */
public record Cost(BigDecimal least, BigDecimal most) {

  /** Both together. */
  public Cost plus(Cost other) {
    return new Cost(least.add(other.least), most.add(other.most));
  }

  /** In whole dollars, as in {@code 284 to 431}. */
  @Override
  public String toString() {
    String from = dollars(least);
    String to = dollars(most);
    return from.equals(to) ? from : from + " to " + to;
  }

  private static String dollars(BigDecimal amount) {
    return amount.setScale(0, RoundingMode.HALF_UP).toPlainString();
  }
}
