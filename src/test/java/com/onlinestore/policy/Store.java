package com.onlinestore.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.onlinestore.plan.Plan;
import com.onlinestore.plan.PlannedOptions;
import com.onlinestore.plan.PlannedResource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A small store that breaks no rule, to be changed a little: {@code policies/base.yaml}. */
final class Store {

  private static final JsonNode BASE = yaml("base");

  private Store() {}

  /** All of it. */
  static Plan whole() {
    ObjectNode every = JsonNodeFactory.instance.objectNode();
    BASE.fieldNames().forEachRemaining(part -> every.putObject(part));
    List<PlannedResource> resources = new ArrayList<>();
    every.properties().forEach(part -> resources.add(resource(part.getKey(), part.getValue())));
    return plan(resources);
  }

  /** Some parts, each the only field of an object with the changes to it. */
  static Plan of(JsonNode parts) {
    List<PlannedResource> resources = new ArrayList<>();
    for (JsonNode part : parts) {
      Map.Entry<String, JsonNode> only = part.properties().iterator().next();
      resources.add(resource(only.getKey(), only.getValue()));
    }
    return plan(resources);
  }

  static JsonNode yaml(String name) {
    try (InputStream file = Store.class.getResourceAsStream("/policies/" + name + ".yaml")) {
      return new YAMLMapper().readTree(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Plan plan(List<PlannedResource> resources) {
    return new Plan("shop", "dev", resources, Map.of(), Map.of(), List.of(), List.of());
  }

  private static PlannedResource resource(String part, JsonNode change) {
    switch (part) {
      case "container" -> {
        ObjectNode deployment = BASE.get("deployment").deepCopy();
        merge((ObjectNode) deployment.at("/spec/template/spec/containers/0"), change);
        return object("deployment", deployment);
      }
      case "pod" -> {
        ObjectNode deployment = BASE.get("deployment").deepCopy();
        merge((ObjectNode) deployment.at("/spec/template/spec"), change);
        return object("deployment", deployment);
      }
      case "object" -> {
        return object(change.at("/metadata/name").asText(), change);
      }
      case "resource" -> {
        return resource("it", change.get("type").asText(), false, change.get("inputs"));
      }
      default -> {
        ObjectNode base = BASE.required(part).deepCopy();
        merge(
            base.has("type") && !change.has("inputs") ? (ObjectNode) base.get("inputs") : base,
            change);
        return base.has("type")
            ? resource(
                part,
                base.get("type").asText(),
                base.path("protect").asBoolean(),
                base.get("inputs"))
            : object(part, base);
      }
    }
  }

  private static PlannedResource object(String name, JsonNode object) {
    String version = object.get("apiVersion").asText();
    return resource(
        name,
        "kubernetes:%s:%s"
            .formatted(
                version.contains("/") ? version : "core/" + version, object.get("kind").asText()),
        false,
        object);
  }

  private static PlannedResource resource(
      String name, String type, boolean isProtected, JsonNode inputs) {
    return new PlannedResource(
        "urn:pulumi:dev::shop::" + type + "::" + name,
        type,
        name,
        null,
        null,
        List.of(),
        true,
        new PlannedOptions(isProtected, false, List.of(), List.of(), "", List.of()),
        inputs);
  }

  // RFC 7386: null takes away, objects are merged, anything else is replaced.
  private static void merge(ObjectNode target, JsonNode change) {
    change
        .properties()
        .forEach(
            field -> {
              JsonNode old = target.get(field.getKey());
              if (field.getValue().isNull()) {
                target.remove(field.getKey());
              } else if (field.getValue().isObject() && old instanceof ObjectNode nested) {
                merge(nested, field.getValue());
              } else {
                target.set(field.getKey(), field.getValue());
              }
            });
  }
}
