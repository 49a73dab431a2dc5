package com.onlinestore.review.difference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/** JSON that is the text of an input, as policies of clouds are. */
final class JsonText {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Longer ones are documents of their own, such as dashboards: nobody reads them by property. */
  private static final int LONGEST = 10_000;

  private JsonText() {}

  /** What a text holds; empty where it is no object and no list. */
  static Optional<JsonNode> read(JsonNode value) {
    String text = value.isTextual() ? value.asText().strip() : "";
    if (text.length() > LONGEST || !(text.startsWith("{") || text.startsWith("["))) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readTree(text));
    } catch (JsonProcessingException plainText) {
      return Optional.empty();
    }
  }
}
