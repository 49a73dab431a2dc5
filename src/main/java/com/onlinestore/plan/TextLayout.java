package com.onlinestore.plan;

import java.util.ArrayList;
import java.util.List;

/** Breaks lists and sentences into lines that fit a terminal. */
public final class TextLayout {

  private static final int WIDTH = 100;

  private TextLayout() {}

  /** The items, separated by commas, on as few lines as possible, each after the prefix. */
  public static List<String> wrap(String prefix, List<String> items) {
    return wrap(prefix, prefix, items);
  }

  /**
   * As {@link #wrap(String, List)}, with another prefix on the first line. An item is never broken,
   * so one that is too long makes its line too long.
   */
  public static List<String> wrap(String first, String rest, List<String> items) {
    return fill(first, rest, items, ",");
  }

  /** The words of a text on as few lines as possible; a word is never broken. */
  public static List<String> wrapWords(String first, String rest, String text) {
    return fill(first, rest, List.of(text.split(" ")), "");
  }

  private static List<String> fill(String first, String rest, List<String> items, String end) {
    List<String> lines = new ArrayList<>();
    String line = first;
    String separator = "";
    for (int i = 0; i < items.size(); i++) {
      String item = items.get(i) + (i < items.size() - 1 ? end : "");
      if (!separator.isEmpty() && (line + separator + item).length() > WIDTH) {
        lines.add(line);
        line = rest;
        separator = "";
      }
      line += separator + item;
      separator = " ";
    }
    if (!items.isEmpty()) {
      lines.add(line);
    }
    return lines;
  }
}
