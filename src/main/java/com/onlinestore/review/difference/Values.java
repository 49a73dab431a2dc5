package com.onlinestore.review.difference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;

/** Values as a person reads them. */
public final class Values {

  private static final int LONGEST = 80;

  private Values() {}

  static JsonNode list(List<String> texts) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    texts.forEach(list::add);
    return list;
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
