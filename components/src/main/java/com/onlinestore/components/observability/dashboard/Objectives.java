package com.onlinestore.components.observability.dashboard;

/**
 * What the recording rules of objectives leave behind, for services that have one.
 *
 * @param selector which, without braces
 */
record Objectives(String selector) {

  static Objectives of(String namespace) {
    return new Objectives("namespace=\"%s\"".formatted(namespace));
  }

  static Objectives of(String namespace, String service) {
    return new Objectives("namespace=\"%s\",service=\"%s\"".formatted(namespace, service));
  }

  /** 1 for an error budget that nobody has touched, below 0 for one that is overspent. */
  String budgetLeft() {
    return "slo:error_budget_remaining:ratio{%s}".formatted(selector);
  }

  /** How fast the budget is spent: at 1 it lasts exactly as long as it should. */
  String burnRate(String window) {
    return "slo:bad:ratio_rate%s{%s} / on (namespace, service, slo) (1 - slo:objective:ratio{%s})"
        .formatted(window, selector, selector);
  }
}
