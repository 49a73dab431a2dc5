package com.onlinestore.components.observability.dashboard;

/**
 * One question to Prometheus.
 *
 * @param expression in PromQL; may hold the dashboard's variables
 * @param legend what an answer's series is called, such as {@code {{version}}}
 * @param form how the answer comes
 */
record Query(String expression, String legend, Form form) {

  /** How an answer comes. */
  public enum Form {
    /** A point for each moment that is shown. */
    OVER_TIME,
    /** The same, and single examples whose traces a click opens. */
    WITH_EXAMPLES,
    /** The last value alone. */
    NOW,
    /** The last value as a row of a table: a column for each label. */
    ROW
  }

  /** What a graph asks. */
  public static Query overTime(String expression, String legend) {
    return new Query(expression, legend, Form.OVER_TIME);
  }

  /** What a graph asks of metrics that come from spans. */
  public static Query withExamples(String expression, String legend) {
    return new Query(expression, legend, Form.WITH_EXAMPLES);
  }

  /** Whether the answer is a line. */
  boolean isLine() {
    return form == Form.OVER_TIME || form == Form.WITH_EXAMPLES;
  }

  /** What a single figure or a bar asks. */
  public static Query now(String expression, String legend) {
    return new Query(expression, legend, Form.NOW);
  }

  /** What a table asks for one of its columns. */
  public static Query row(String expression) {
    return new Query(expression, "", Form.ROW);
  }
}
