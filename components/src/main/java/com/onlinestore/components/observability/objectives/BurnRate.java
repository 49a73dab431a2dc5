package com.onlinestore.components.observability.objectives;

import com.onlinestore.components.observability.alerts.Severity;
import java.math.BigDecimal;
import java.util.List;

/**
 * A budget of 30 days that is spent so many times too fast, as in the SRE workbook: the long window
 * says that it matters, the short one that it has not stopped.
 *
 * @param alert what it raises
 * @param rate 1 spends the budget in exactly 30 days
 * @param part of the budget that is gone when the long window is over, in percent
 * @param pending how long both windows must agree
 * @see <a href="https://sre.google/workbook/alerting-on-slos/">Alerting on SLOs</a>
 */
record BurnRate(
    String alert,
    Severity severity,
    String longWindow,
    String shortWindow,
    String rate,
    int part,
    String pending) {

  static final List<BurnRate> ALL =
      List.of(
          new BurnRate("ErrorBudgetBurningFast", Severity.CRITICAL, "1h", "5m", "14.4", 2, "2m"),
          new BurnRate("ErrorBudgetBurningFast", Severity.CRITICAL, "6h", "30m", "6", 5, "15m"),
          new BurnRate("ErrorBudgetBurningSlowly", Severity.WARNING, "3d", "6h", "1", 10, "1h"));

  /** The share of bad requests above which it is spent so fast. */
  BigDecimal limit(Objective objective) {
    return objective.budget().multiply(new BigDecimal(rate)).stripTrailingZeros();
  }

  /** Whether so many requests can be bad at all. */
  boolean possible(Objective objective) {
    return limit(objective).compareTo(BigDecimal.ONE) < 0;
  }
}
