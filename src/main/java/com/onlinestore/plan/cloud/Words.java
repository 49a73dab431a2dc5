package com.onlinestore.plan.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** How values of policies are written in sentences. */
final class Words {

  private static final Pattern STAND_IN = Pattern.compile("<([^<>]+)\\.[A-Za-z]+>");

  private Words() {}

  /** The texts of a list, or of a single value, as policies may write either. */
  static List<String> texts(JsonNode value) {
    Stream<JsonNode> all =
        value.isArray() ? StreamSupport.stream(value.spliterator(), false) : Stream.of(value);
    return all.filter(JsonNode::isValueNode).map(JsonNode::asText).toList();
  }

  /** {@code a}, {@code a and b}, {@code a, b and c}. */
  static String and(List<String> items) {
    return join(items, " and ");
  }

  /** {@code a}, {@code a or b}, {@code a, b or c}. */
  static String or(List<String> items) {
    return join(items, " or ");
  }

  /** As many items as said, and how many more there are. */
  static String some(List<String> items, int shown) {
    return items.size() <= shown + 1
        ? String.join(", ", items)
        : String.join(", ", items.subList(0, shown))
            + " and %d more".formatted(items.size() - shown);
  }

  /** The name of the resource that a stand-in stands for; any other text as it is. */
  static String owner(String text) {
    Matcher standIn = STAND_IN.matcher(text);
    return standIn.matches() ? standIn.group(1) : text;
  }

  private static String join(List<String> items, String last) {
    if (items.size() < 2) {
      return String.join("", items);
    }
    List<String> before = items.subList(0, items.size() - 1);
    return before.stream().collect(Collectors.joining(", ")) + last + items.get(items.size() - 1);
  }
}
