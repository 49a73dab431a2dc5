package com.onlinestore.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import com.onlinestore.components.settings.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;

/**
 * Holds a stack file against the schema that editors use too, so that all structural mistakes are
 * told in one pass; binding would stop at the first.
 */
final class StackSchema {

  /** The schema of a whole stack file, generated from the settings records. */
  static final String RESOURCE = "/stack-file.schema.json";

  private static final String STORE_POINTER = "/properties/config/properties/online-store:store";

  private StackSchema() {}

  /** Everything the schema refuses, by path. */
  static List<Problem> problems(JsonNode store) {
    JsonNode document = document();
    return schema(document).validate(store).stream()
        .map(message -> SchemaProblem.of(message, store, document.at(STORE_POINTER)))
        .sorted(Comparator.comparing(Problem::path))
        .distinct()
        .toList();
  }

  /**
   * The same value with what the schema refuses left out, or replaced by the schema's example where
   * it is required, so that the rest can still be checked.
   */
  static ObjectNode repaired(JsonNode store) {
    JsonNode document = document();
    JsonSchema schema = schema(document);
    ObjectNode repaired =
        store.isObject() ? store.deepCopy() : new ObjectMapper().createObjectNode();
    var messages = schema.validate(repaired);
    while (!messages.isEmpty()) {
      messages.forEach(message -> repair(repaired, message, document.at(STORE_POINTER)));
      messages = schema.validate(repaired);
    }
    return repaired;
  }

  private static void repair(ObjectNode root, ValidationMessage message, JsonNode schema) {
    JsonNodePath location = message.getInstanceLocation();
    JsonNode node = SchemaProblem.at(root, location);
    switch (message.getType()) {
      case "required" ->
          ((ObjectNode) node).set(message.getProperty(), SchemaProblem.example(message, schema));
      case "additionalProperties" -> ((ObjectNode) node).remove(message.getProperty());
      default -> remove(root, location);
    }
  }

  private static void remove(ObjectNode root, JsonNodePath location) {
    JsonNode parent = SchemaProblem.at(root, location.getParent());
    Object last = location.getElement(-1);
    if (parent instanceof ArrayNode array) {
      int index = ((Number) last).intValue();
      // An earlier repair in the same round may have moved the rest; the next round sees them.
      if (index < array.size()) {
        array.remove(index);
      }
    } else if (parent instanceof ObjectNode object) {
      object.remove(last.toString());
    }
  }

  private static JsonNode document() {
    try (InputStream stream = StackSchema.class.getResourceAsStream(RESOURCE)) {
      return new ObjectMapper().readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonSchema schema(JsonNode document) {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(SchemaLocation.of("classpath:stack-file"), document.at(STORE_POINTER));
  }
}
