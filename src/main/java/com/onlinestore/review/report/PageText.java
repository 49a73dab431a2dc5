package com.onlinestore.review.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.onlinestore.plan.YamlText;

/** Values laid out for reading. */
final class PageText {

  private static final ObjectMapper JSON = new ObjectMapper();

  private PageText() {}

  /** Texts as they are, JSON in texts over several lines, all else as YAML. */
  static String of(JsonNode value) {
    if (value.isMissingNode()) {
      return "";
    }
    if (value.isTextual()) {
      return unfolded(value.textValue());
    }
    return value.isValueNode() ? value.asText() : YamlText.text(value).stripTrailing();
  }

  private static String unfolded(String text) {
    if (text.startsWith("{") || text.startsWith("[")) {
      try {
        return JSON.readTree(text).toPrettyString();
      } catch (JsonProcessingException noJson) {
        return text;
      }
    }
    return text;
  }
}
