package com.onlinestore.components.observability.dashboard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts panels on 24 columns, one beside the other and then on the next line, below one another. */
final class Layout {

  static final int COLUMNS = 24;

  private int top;
  private int left;
  private int bottom;

  /** Where a heading goes: on a line of its own. */
  Map<String, Integer> heading() {
    newLine();
    Map<String, Integer> position = position(COLUMNS, 1);
    newLine();
    return position;
  }

  /** Where each of {@code panels} goes. */
  List<Map<String, Integer>> place(List<Panel> panels) {
    List<Map<String, Integer>> positions = new ArrayList<>();
    for (Panel panel : panels) {
      if (left + panel.width() > COLUMNS) {
        newLine();
      }
      positions.add(position(panel.width(), panel.kind().height()));
    }
    return positions;
  }

  private Map<String, Integer> position(int width, int height) {
    Map<String, Integer> position = new LinkedHashMap<>();
    position.put("x", left);
    position.put("y", top);
    position.put("w", width);
    position.put("h", height);
    left += width;
    bottom = Math.max(bottom, top + height);
    return position;
  }

  private void newLine() {
    top = bottom;
    left = 0;
  }
}
