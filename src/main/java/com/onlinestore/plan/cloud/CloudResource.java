package com.onlinestore.plan.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A resource of a cloud.
 *
 * @param type type token, as in {@code aws:iam/role:Role}
 * @param name the name it has in the program
 * @param inputs what the program sent
 */
public record CloudResource(String type, String name, JsonNode inputs) {

  /** An input that is text; empty where there is none. */
  String text(String input) {
    return inputs.path(input).asText("");
  }

  /** The name it has in the cloud, or in the program where the cloud is to choose one. */
  String ownName() {
    return Optional.of(text("name")).filter(text -> !text.isEmpty()).orElse(name);
  }
}
