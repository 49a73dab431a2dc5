package com.onlinestore.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.ValidationMessage;
import com.onlinestore.components.settings.Nearest;
import com.onlinestore.components.settings.Problem;
import java.util.ArrayList;
import java.util.List;

/** Words what a schema refuses for the person who wrote the stack file. */
final class SchemaProblem {

  private SchemaProblem() {}

  /** The problem behind a validator's message. */
  static Problem of(ValidationMessage message, JsonNode root, JsonNode schema) {
    String path = path(message.getInstanceLocation());
    JsonNode value = at(root, message.getInstanceLocation());
    JsonNode rule = schemaOf(message, schema);
    return switch (message.getType()) {
      case "required" ->
          new Problem(
              below(path, message.getProperty()),
              "is required. "
                  + rule.at("/properties/" + message.getProperty() + "/description").asText());
      case "additionalProperties" ->
          new Problem(below(path, message.getProperty()), unknown(message.getProperty(), rule));
      case "enum" -> new Problem(path, oneOf(value, rule.get("enum")));
      case "type" -> new Problem(path, type(value, rule));
      case "pattern" ->
          new Problem(
              path,
              "%s %s."
                  .formatted(
                      value,
                      rule.path("patternErrorMessage")
                          .asText("must match " + rule.path("pattern").asText())));
      case "minimum", "maximum" -> new Problem(path, range(value, rule));
      case "minItems" -> new Problem(path, "needs at least one entry.");
      default -> new Problem(path, message.getMessage());
    };
  }

  /** The value at a location, or a missing node. */
  static JsonNode at(JsonNode root, JsonNodePath location) {
    JsonNode node = root;
    for (int i = 0; node != null && i < location.getNameCount(); i++) {
      Object element = location.getElement(i);
      node =
          element instanceof Number index
              ? node.get(index.intValue())
              : node.get(element.toString());
    }
    return node == null ? MissingNode.getInstance() : node;
  }

  /** The schema object whose keyword refused the value. */
  static JsonNode schemaOf(ValidationMessage message, JsonNode schema) {
    JsonNodePath keyword = message.getSchemaLocation().getFragment();
    return at(schema, keyword.getParent());
  }

  private static String path(JsonNodePath location) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < location.getNameCount(); i++) {
      Object element = location.getElement(i);
      if (element instanceof Number) {
        path.append('[').append(element).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(element);
      }
    }
    return path.toString();
  }

  private static String below(String path, String property) {
    return path.isEmpty() ? property : path + "." + property;
  }

  private static String unknown(String property, JsonNode rule) {
    List<String> known = new ArrayList<>();
    rule.path("properties").fieldNames().forEachRemaining(known::add);
    String near = Nearest.didYouMean(property, known);
    return near.isEmpty()
        ? "is not a setting. Settings here: " + String.join(", ", known) + "."
        : "is not a setting." + near;
  }

  private static String oneOf(JsonNode value, JsonNode allowed) {
    List<String> words = new ArrayList<>();
    allowed.forEach(each -> words.add(each.asText()));
    return "%s must be one of %s.%s"
        .formatted(value, String.join(", ", words), Nearest.didYouMean(value.asText(), words));
  }

  private static String type(JsonNode value, JsonNode rule) {
    if (value.isNull()) {
      return "has no value; give it one or remove the line.";
    }
    String expected =
        rule.get("type").isArray() ? rule.at("/type/0").asText() : rule.path("type").asText();
    if (expected.equals("string") && value.isValueNode()) {
      return "%s must be text; write it in quotes: \"%s\".".formatted(value, value.asText());
    }
    return "%s must be %s.".formatted(shortened(value), named(expected));
  }

  private static String named(String type) {
    return switch (type) {
      case "object" -> "a group of settings (key: value)";
      case "array" -> "a list";
      case "integer" -> "a whole number";
      case "number" -> "a number";
      case "boolean" -> "true or false";
      default -> type;
    };
  }

  private static String range(JsonNode value, JsonNode rule) {
    return "%s must be from %s to %s."
        .formatted(value, rule.path("minimum").asText(), rule.path("maximum").asText());
  }

  private static String shortened(JsonNode value) {
    String text = value.toString();
    return text.length() <= 40 ? text : text.substring(0, 37) + "...";
  }
}
