package com.onlinestore.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.onlinestore.errors.UserError;
import com.pulumi.provider.internal.properties.PropertyValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Makes settings of property values, and remembers what settings cannot hold. */
final class InputReader {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final Pattern IN_PATCH = Pattern.compile("^overrides\\[[0-9]+]\\.patch");

  private final List<String> unknown = new ArrayList<>();
  private final List<String> secrets = new ArrayList<>();
  private final Set<String> dependencies = new HashSet<>();

  Inputs read(Map<String, PropertyValue> inputs) {
    ObjectNode settings = JSON.objectNode();
    Map<String, PropertyValue> deployed = new HashMap<>();
    new TreeMap<>(inputs)
        .forEach(
            (name, value) -> {
              if (Inputs.DEPLOYED.contains(name)) {
                deployed.put(name, value);
              } else if (!value.isNull()) {
                settings.set(name, json(name, value));
              }
            });
    return new Inputs(settings, deployed, unknown, secrets, dependencies);
  }

  private JsonNode json(String path, PropertyValue value) {
    return switch (value.getType()) {
      case NULL -> JSON.nullNode();
      case BOOL -> JSON.booleanNode(value.getBooleanValue());
      case NUMBER -> number(value.getNumberValue());
      case STRING -> JSON.textNode(value.getStringValue());
      case ARRAY -> array(path, value.getArrayValue());
      case OBJECT -> object(path, value.getObjectValue());
      case SECRET -> {
        secrets.add(path);
        yield json(path, value.getSecretValue());
      }
      case OUTPUT -> {
        dependencies.addAll(value.getOutputValue().getDependencies());
        PropertyValue known = value.getOutputValue().getValue();
        yield json(path, known == null ? PropertyValue.COMPUTED : known);
      }
      case COMPUTED -> {
        unknown.add(path);
        yield JSON.nullNode();
      }
      case ASSET, ARCHIVE, RESOURCE ->
          throw new UserError(path + ": must be a plain value, not an asset or a resource.");
    };
  }

  /** Protocol buffers have one kind of number. */
  private static JsonNode number(double value) {
    return value == Math.rint(value) && Math.abs(value) <= Integer.MAX_VALUE
        ? JSON.numberNode((int) value)
        : JSON.numberNode(value);
  }

  private ArrayNode array(String path, List<PropertyValue> values) {
    ArrayNode array = JSON.arrayNode();
    for (int i = 0; i < values.size(); i++) {
      array.add(json(path + "[" + i + "]", values.get(i)));
    }
    return array;
  }

  /**
   * What is null was left out: languages with optional fields write it so. In a patch it takes a
   * field away.
   */
  private ObjectNode object(String path, Map<String, PropertyValue> values) {
    ObjectNode object = JSON.objectNode();
    new TreeMap<>(values)
        .forEach(
            (name, value) -> {
              if (!value.isNull() || IN_PATCH.matcher(path).find()) {
                object.set(name, json(path + "." + name, value));
              }
            });
    return object;
  }
}
