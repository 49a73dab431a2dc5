package com.onlinestore.review.risk;

import com.fasterxml.jackson.databind.JsonNode;

/** A switch, which some write as text. */
final class Flag {

  private Flag() {}

  static boolean isOn(JsonNode value) {
    return value.asText().equals("true");
  }

  static boolean isOff(JsonNode value) {
    return value.asText().equals("false");
  }
}
