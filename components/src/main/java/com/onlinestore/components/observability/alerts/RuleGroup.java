package com.onlinestore.components.observability.alerts;

import java.util.List;

/**
 * Rules that are evaluated one after another, so that one may use what another has just recorded.
 *
 * @param interval between evaluations, such as 1m; null for Prometheus' own
 */
public record RuleGroup(String name, String interval, List<Rule> rules) {

  /** Copies the rules. */
  public RuleGroup {
    rules = List.copyOf(rules);
  }
}
