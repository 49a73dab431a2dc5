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

  /** What an update of these inputs does to what runs; empty where the table says nothing. */
  Optional<String> effect(String type, List<PropertyChange> properties) {
    return fact(type)
        .flatMap(
            fact ->
                fact.effects().entrySet().stream()
                    .filter(each -> properties.stream().anyMatch(p -> p.touches(each.getKey())))
                    .map(Map.Entry::getValue)
                    .findFirst());
  }

  /** What an update of one input does to what runs. */
  Optional<String> effect(String type, PropertyPath path) {
    return fact(type).map(fact -> fact.effects().get(path));
  }

  /** Whether an update makes a new version of the resource, which others take. */
  boolean makesVersion(Change change) {
    List<PropertyPath> others =
        fact(change.resource().type()).map(Facts::newVersionUnless).orElse(List.of());
    return change.kind() == Change.Kind.UPDATE
        && !others.isEmpty()
        && (change.properties().isEmpty()
            || !change.properties().stream()
                .allMatch(property -> others.stream().anyMatch(property.path()::isIn)));
  }

  /** What the cloud refuses to change of a resource of {@code type}. */
  Optional<Refusal> refusal(String type) {
    return fact(type).flatMap(Facts::refusal);
  }

  /** Whether the cloud refuses a change, so that the resource must be made anew. */
  public boolean refuses(Change change) {
    return refusal(change.resource().type())
        .map(Refusal::so)
        .filter(change.effect()::equals)
        .isPresent();
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
