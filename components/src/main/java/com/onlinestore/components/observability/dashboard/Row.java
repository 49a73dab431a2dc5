package com.onlinestore.components.observability.dashboard;

import java.util.List;

/**
 * Panels under one heading, from left to right and from line to line.
 *
 * @param open whether they are seen, and asked for, before somebody opens the row
 */
record Row(String title, boolean open, List<Panel> panels) {

  /** Copies the list. */
  public Row {
    panels = List.copyOf(panels);
  }

  /** A row that is seen at once. */
  public static Row of(String title, Panel... panels) {
    return new Row(title, true, List.of(panels));
  }

  /** A row that asks nothing until somebody opens it. */
  public static Row closed(String title, Panel... panels) {
    return new Row(title, false, List.of(panels));
  }
}
