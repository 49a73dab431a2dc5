package com.onlinestore.components.observability.alerts;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.onlinestore.components.settings.Checks;
import java.util.Map;

/**
 * One rule of Prometheus.
 *
 * @param record the series that it records; null for an alert
 * @param alert the alert that it raises; null for a recording
 * @param expr in PromQL
 * @param pending how long an alert's expression must hold first; null for a recording
 * @param labels besides those of the expression
 * @param annotations for people
 */
public record Rule(
    String record,
    String alert,
    String expr,
    @JsonProperty("for") String pending,
    Map<String, String> labels,
    Map<String, String> annotations) {

  /** Sorts the maps. */
  public Rule {
    labels = Checks.sorted(labels);
    annotations = Checks.sorted(annotations);
  }

  /** Records what {@code expr} gives under another name. */
  public static Rule recording(String record, String expr, Map<String, String> labels) {
    return new Rule(record, null, expr, null, labels, null);
  }
}
