package com.onlinestore.components.observability.dashboard;

import java.util.List;

/**
 * A column of a table.
 *
 * @param field what Prometheus calls it: a label, or {@code Value #A} for the first query's answer
 * @param title what people read
 * @param unit null for a label
 * @param thresholds from where on a cell is coloured; empty for never
 * @param link where a click on a cell leads; null for nowhere
 */
record Column(String field, String title, Unit unit, List<Threshold> thresholds, Link link) {

  /** A label's values. */
  public static Column label(String name, String title) {
    return new Column(name, title, null, List.of(), null);
  }

  /** A label's values, each of which leads somewhere. */
  public static Column label(String name, String title, Link link) {
    return new Column(name, title, null, List.of(), link);
  }

  /** The answer to the query at {@code index}. */
  public static Column value(int index, String title, Unit unit, List<Threshold> thresholds) {
    return new Column("Value #" + PanelJson.refId(index), title, unit, thresholds, null);
  }

  /** The answer to the query at {@code index}, never coloured. */
  public static Column value(int index, String title, Unit unit) {
    return value(index, title, unit, List.of());
  }
}
