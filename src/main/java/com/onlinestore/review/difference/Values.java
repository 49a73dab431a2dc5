package com.onlinestore.review.difference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/** Values as a person reads them. */
public final class Values {

  private static final int LONGEST = 80;
  private static final int SHARED = 25;

  private Values() {}

  static JsonNode list(List<String> texts) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    texts.forEach(list::add);
    return list;
  }

  /**
   * What differs of two long texts: from a little before the first difference on. Other values are
   * as {@link #brief} has them.
   */
  public static List<String> differing(JsonNode before, JsonNode after) {
    String old = before.asText();
    String now = after.asText();
    if (old.length() <= LONGEST || now.length() <= LONGEST || !before.isTextual()) {
      return List.of(brief(before), brief(after));
    }
    int same = 0;
    while (same < Math.min(old.length(), now.length()) && old.charAt(same) == now.charAt(same)) {
      same++;
    }
    int from = Math.max(0, same - SHARED);
    return List.of(excerpt(old, from), excerpt(now, from));
  }

  private static String excerpt(String text, int from) {
    int to = Math.min(text.length(), from + LONGEST);
    String line = text.substring(from, to).replaceAll("\\s+", " ").strip();
    return (from > 0 ? "…" : "") + line + (to < text.length() ? "…" : "");
  }

  /** A value on one line, cut where it is long; nothing where it is missing. */
  public static String brief(JsonNode value) {
    String text =
        value.isMissingNode() ? "" : value.isTextual() ? value.asText() : value.toString();
    String line = text.lines().findFirst().orElse("");
    boolean whole = line.length() == text.length() && line.length() <= LONGEST;
    if (whole) {
      return line;
    }
    return line.substring(0, Math.min(line.length(), LONGEST)).strip()
        + "… (%d characters)".formatted(text.length());
  }
}
