package com.onlinestore.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The plainest value that a schema accepts; stands in for one that it refused. */
final class StandIn {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private StandIn() {}

  static JsonNode of(JsonNode schema) {
    if (schema.has("examples")) {
      return schema.at("/examples/0");
    }
    if (schema.has("enum")) {
      return schema.at("/enum/0");
    }
    return switch (type(schema)) {
      case "object" -> object(schema);
      case "array" -> JSON.arrayNode();
      case "integer", "number" -> JSON.numberNode(schema.path("minimum").asInt());
      case "boolean" -> JSON.booleanNode(false);
      default -> JSON.textNode("");
    };
  }

  private static ObjectNode object(JsonNode schema) {
    ObjectNode object = JSON.objectNode();
    schema
        .path("required")
        .forEach(name -> object.set(name.asText(), of(schema.at("/properties/" + name.asText()))));
    return object;
  }

  private static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    return type.isArray() ? type.get(0).asText() : type.asText();
  }
}
