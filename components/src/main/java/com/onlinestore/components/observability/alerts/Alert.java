package com.onlinestore.components.observability.alerts;

import java.util.Map;

/**
 * Something that breaks stores, and who must know.
 *
 * @param name in the label {@code alertname}, and of its runbook
 * @param expr what holds while it is broken
 * @param pending how long it must hold before somebody is told
 * @param summary one line
 * @param description what was measured; both may use Prometheus' templates
 */
public record Alert(
    String name,
    Severity severity,
    String expr,
    String pending,
    String summary,
    String description) {

  /** As a rule, for the team and with the runbook that {@code alerting} names. */
  public Rule rule(Alerting alerting, Map<String, String> labels) {
    return rule(alerting, labels, alerting.runbook().of(name));
  }

  /** The same with a runbook of its own. */
  public Rule rule(Alerting alerting, Map<String, String> labels, String runbook) {
    return new Rule(
        null,
        name,
        expr,
        pending,
        alerting.labels(severity, labels),
        Map.of("summary", summary, "description", description, "runbook_url", runbook));
  }
}
