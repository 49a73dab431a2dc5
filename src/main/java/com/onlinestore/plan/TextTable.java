package com.onlinestore.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rows with aligned columns under a heading. */
final class TextTable {

  private static final String INDENT = "  ";
  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  TextTable(String... heading) {
    rows.add(List.of(heading));
  }

  /** Adds a row with as many cells as the heading has. */
  void add(String... cells) {
    rows.add(List.of(cells));
  }

  /** The lines without trailing blanks; none for a table without rows. */
  List<String> lines() {
    if (rows.size() == 1) {
      return List.of();
    }
    return rows.stream().map(this::line).toList();
  }

  private String line(List<String> cells) {
    StringBuilder line = new StringBuilder(INDENT);
    for (int column = 0; column < cells.size(); column++) {
      line.append(cells.get(column));
      line.append(" ".repeat(width(column) - cells.get(column).length())).append(GAP);
    }
    return line.toString().stripTrailing();
  }

  private int width(int column) {
    return IntStream.range(0, rows.size())
        .map(row -> rows.get(row).get(column).length())
        .max()
        .orElse(0);
  }
}
