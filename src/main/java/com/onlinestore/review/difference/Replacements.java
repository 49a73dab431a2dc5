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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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

  /**
   * Why a resource is replaced; empty where it is updated.
   *
   * @param provider inputs of its provider; missing where it is not known
   */
  List<String> forcedBy(
      PlannedResource resource, JsonNode provider, List<PropertyChange> properties) {
    List<PropertyPath> paths = new ArrayList<>(paths(resource.type()));
    fact(resource.type()).map(fact -> fact.unless(provider)).ifPresent(paths::addAll);
    resource.options().replaceOnChanges().stream().map(PropertyPath::parse).forEach(paths::add);
    return properties.stream()
        .filter(property -> paths.stream().anyMatch(property::touches))
        .map(property -> "%s cannot be changed".formatted(property.path()))
        .toList();
  }

  /** Why a resource may be replaced, which no plan can tell; empty where it is not. */
  Optional<String> maybe(PlannedResource resource, List<PropertyChange> properties) {
    return fact(resource.type())
        .flatMap(
            fact ->
                fact.sometimes().entrySet().stream()
                    .filter(each -> properties.stream().anyMatch(p -> p.touches(each.getKey())))
                    .map(
                        each ->
                            "may be replaced: %s changes, and %s"
                                .formatted(each.getKey(), each.getValue()))
                    .findFirst());
  }

  /** Whether a change at {@code path} replaces a resource of {@code type}. */
  boolean force(String type, PropertyPath path) {
    return paths(type).stream().anyMatch(path::isIn);
  }

  /** What is lost with a resource of {@code type}; empty where it holds nothing. */
  public Optional<String> data(String type) {
    return fact(type).flatMap(Facts::data);
  }

  private Optional<Facts> fact(String type) {
    return Optional.ofNullable(facts.get(type));
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

  /**
   * What is known of a type.
   *
   * @param replace paths whose change replaces it
   * @param unlessProviderSays the same, by the provider's input that switches it off
   * @param sometimes conditions by path
   * @param data what is lost with it
   */
  private record Facts(
      List<PropertyPath> replace,
      Map<String, List<PropertyPath>> unlessProviderSays,
      Map<PropertyPath, String> sometimes,
      Optional<String> data) {

    static Facts of(JsonNode entry) {
      Map<String, List<PropertyPath>> unless = new TreeMap<>();
      entry
          .path("unlessProviderSays")
          .properties()
          .forEach(each -> unless.put(each.getKey(), paths(each.getValue())));
      Map<PropertyPath, String> sometimes = new LinkedHashMap<>();
      entry
          .path("sometimes")
          .properties()
          .forEach(
              each -> sometimes.put(PropertyPath.parse(each.getKey()), each.getValue().asText()));
      return new Facts(
          paths(entry.path("replace")),
          unless,
          sometimes,
          Optional.ofNullable(entry.path("why").textValue()));
    }

    List<PropertyPath> unless(JsonNode provider) {
      return unlessProviderSays.entrySet().stream()
          .filter(each -> !provider.path(each.getKey()).asBoolean())
          .flatMap(each -> each.getValue().stream())
          .toList();
    }

    private static List<PropertyPath> paths(JsonNode list) {
      List<PropertyPath> paths = new ArrayList<>();
      list.forEach(path -> paths.add(PropertyPath.parse(path.asText())));
      return paths;
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
