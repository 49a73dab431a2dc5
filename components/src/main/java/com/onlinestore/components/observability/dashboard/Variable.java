package com.onlinestore.components.observability.dashboard;

import java.util.List;

/**
 * A choice at the top of a dashboard, of one, several or all.
 *
 * @param values what can be chosen; empty where a query finds it
 * @param query what Prometheus is asked for the values; null where they are known
 */
record Variable(String name, String label, List<String> values, String query) {

  /** Copies the list. */
  public Variable {
    values = List.copyOf(values);
  }

  /** Of values that the stack file names. */
  public static Variable of(String name, String label, List<String> values) {
    return new Variable(name, label, values, null);
  }

  /** Of the values that {@code promLabel} has in the series of {@code metric}. */
  public static Variable ofLabel(String name, String label, String metric, String promLabel) {
    return new Variable(
        name, label, List.of(), "label_values(%s, %s)".formatted(metric, promLabel));
  }
}
