package com.onlinestore.review.difference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.onlinestore.plan.PlannedRelease;
import com.onlinestore.plan.PlannedResource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which inputs of which types cannot be changed, so that a change replaces the resource, and which
 * resources hold data. {@code replacements.yaml} says it; a type that is not in it is taken to be
 * updated in place.
 */
public final class Replacements {

  private static final String FILE = "/replacements.yaml";
  private static final String EVERY_OBJECT = "kubernetes:*";

  private final Map<String, Facts> facts = new HashMap<>();

  private Replacements(JsonNode table) {
    table.properties().forEach(type -> facts.put(type.getKey(), Facts.of(type.getValue())));
  }

  /** The table that comes with the program. */
  public static Replacements shipped() {
    return Shipped.TABLE;
  }

  /** Types that the table knows. */
  boolean knows(String type) {
    return facts.containsKey(type) || isObject(type);
  }

  /** Why a resource is replaced; empty where it is updated. */
  List<String> forcedBy(PlannedResource resource, List<PropertyChange> properties) {
    List<PropertyPath> paths = new ArrayList<>(paths(resource.type()));
    resource.options().replaceOnChanges().stream().map(PropertyPath::parse).forEach(paths::add);
    return properties.stream()
        .filter(property -> paths.stream().anyMatch(property::touches))
        .map(property -> "%s cannot be changed".formatted(property.path()))
        .toList();
  }

  /** Whether a change at {@code path} replaces a resource of {@code type}. */
  boolean force(String type, PropertyPath path) {
    return paths(type).stream().anyMatch(path::isIn);
  }

  /** What is lost with a resource of {@code type}; empty where it holds nothing. */
  public Optional<String> data(String type) {
    return Optional.ofNullable(facts.get(type)).flatMap(Facts::data);
  }

  private List<PropertyPath> paths(String type) {
    Stream<String> keys = isObject(type) ? Stream.of(EVERY_OBJECT, type) : Stream.of(type);
    return keys.map(facts::get)
        .filter(found -> found != null)
        .flatMap(found -> found.replace().stream())
        .toList();
  }

  private static boolean isObject(String type) {
    return type.startsWith("kubernetes:") && !type.equals(PlannedRelease.TYPE);
  }

  private record Facts(List<PropertyPath> replace, Optional<String> data) {

    static Facts of(JsonNode entry) {
      List<PropertyPath> replace = new ArrayList<>();
      entry.path("replace").forEach(path -> replace.add(PropertyPath.parse(path.asText())));
      return new Facts(replace, Optional.ofNullable(entry.path("holds").textValue()));
    }
  }

  private static final class Shipped {
    static final Replacements TABLE = new Replacements(read());

    private static JsonNode read() {
      try (InputStream file = Replacements.class.getResourceAsStream(FILE)) {
        return new YAMLMapper().readTree(file);
      } catch (IOException broken) {
        throw new UncheckedIOException(broken);
      }
    }
  }
}
