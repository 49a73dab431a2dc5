package com.onlinestore.policy;

import java.util.Comparator;

/**
 * A rule that a resource breaks, or something about a waiver.
 *
 * @param rule id of the rule
 * @param severity of the rule
 * @param urn the engine's name of the resource; empty for a waiver
 * @param object kind, namespace and name, as in {@code Deployment store/orders-v1}
 * @param message path, value and what is wrong
 * @param reason why the rule is
 * @param fix what to do
 * @param waiver what lets it pass; null where nothing does
 */
public record Finding(
    String rule,
    Severity severity,
    String urn,
    String object,
    String message,
    String reason,
    String fix,
    Waiver waiver)
    implements Comparable<Finding> {

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::severity)
          .thenComparing(Finding::rule)
          .thenComparing(Finding::object)
          .thenComparing(Finding::message)
          .thenComparing(Finding::urn);

  /** Whether somebody answers for it. */
  public boolean isWaived() {
    return waiver != null;
  }

  /** Whether it keeps an update from running. */
  public boolean stops() {
    return severity == Severity.MANDATORY && !isWaived();
  }

  Finding waivedBy(Waiver exception) {
    return new Finding(rule, severity, urn, object, message, reason, fix, exception);
  }

  @Override
  public int compareTo(Finding other) {
    return ORDER.compare(this, other);
  }

  /** Rule, object and what is wrong, in one sentence. */
  @Override
  public String toString() {
    return "%s %s %s".formatted(rule, object, message);
  }
}
