package com.onlinestore.components.observability.objectives;

import java.math.BigDecimal;

/**
 * One promise of a service.
 *
 * @param name in the label {@code slo}: {@link #AVAILABILITY} or {@link #LATENCY}
 * @param percent of requests that are good
 */
public record Objective(String name, BigDecimal percent) {

  /** Requests answered without a fault of the service. */
  public static final String AVAILABILITY = "availability";

  /** Answers within the threshold. */
  public static final String LATENCY = "latency";

  /** The share of good requests, from 0 to 1. */
  BigDecimal ratio() {
    return percent.movePointLeft(2).stripTrailingZeros();
  }

  /** The share of requests that may be bad. */
  BigDecimal budget() {
    return BigDecimal.ONE.subtract(ratio());
  }
}
