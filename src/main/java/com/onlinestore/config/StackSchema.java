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
import java.util.Set;

/**
 * Holds a stack file against the schema that editors use too, so that all structural mistakes are
 * told in one pass; binding would stop at the first.
 *
 * @param document the schema of {@code online-store:store}
 * @param compiled the same, ready to validate
 */
record StackSchema(JsonNode document, JsonSchema compiled) {

  /** The schema of a whole stack file, generated from the settings records. */
  static final String RESOURCE = "/stack-file.schema.json";

  private static final String STORE_POINTER = "/properties/config/properties/online-store:store";

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final StackSchema SHIPPED = read();

  /** The schema that is shipped. */
  static StackSchema shipped() {
    return SHIPPED;
  }

  private static StackSchema read() {
    try (InputStream stream = StackSchema.class.getResourceAsStream(RESOURCE)) {
      JsonNode store = JSON.readTree(stream).at(STORE_POINTER);
      return new StackSchema(
          store,
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
              .getSchema(SchemaLocation.of("classpath:stack-file"), store));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything the schema refuses, by path. */
  List<Problem> problems(JsonNode store) {
    return compiled.validate(store).stream()
        .map(message -> SchemaProblem.of(message, store, document))
        .sorted(Comparator.comparing(Problem::path))
        .distinct()
        .toList();
  }

  /**
   * The same value with what the schema refuses left out, or replaced by the schema's example where
   * something must stand there, so that the rest can still be checked. List entries are replaced
   * and never removed: the paths of the others would no longer be those of the file.
   */
  ObjectNode repaired(JsonNode store) {
    ObjectNode repaired = store.isObject() ? store.deepCopy() : JSON.createObjectNode();
    Set<ValidationMessage> messages = compiled.validate(repaired);
    while (!messages.isEmpty()) {
      repair(repaired, messages.iterator().next());
      messages = compiled.validate(repaired);
    }
    return repaired;
  }

  private void repair(ObjectNode root, ValidationMessage message) {
    JsonNodePath location = message.getInstanceLocation();
    JsonNode rule = SchemaProblem.schemaOf(message, document);
    switch (message.getType()) {
      case "required" ->
          ((ObjectNode) SchemaProblem.at(root, location))
              .set(
                  message.getProperty(),
                  StandIn.of(rule.at("/properties/" + message.getProperty())));
      case "additionalProperties" ->
          ((ObjectNode) SchemaProblem.at(root, location)).remove(message.getProperty());
      default -> replace(root, location, rule);
    }
  }

  private static void replace(ObjectNode root, JsonNodePath location, JsonNode rule) {
    JsonNode parent = SchemaProblem.at(root, location.getParent());
    Object last = location.getElement(-1);
    if (parent instanceof ArrayNode array) {
      array.set(((Number) last).intValue(), StandIn.of(rule));
    } else {
      ((ObjectNode) parent).remove(last.toString());
    }
  }
}
