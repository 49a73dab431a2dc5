package com.onlinestore.review.difference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.onlinestore.plan.Plan;
import com.onlinestore.plan.PlannedResource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One comparison of two plans. */
final class Comparison {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final PropertyPath PROTECT = PropertyPath.TOP.field("protect");
  private static final PropertyPath IMPORT = PropertyPath.TOP.field("import");

  private final Replacements replacements = Replacements.shipped();
  private final Map<String, PlannedResource> before;
  private final Map<String, PlannedResource> after;
  private final Map<String, PlannedResource> providers = new HashMap<>();
  private final Map<PlannedResource, PlannedResource> pairs = new LinkedHashMap<>();

  Comparison(Plan before, Plan after) {
    this.before = byKey(before);
    this.after = byKey(after);
    after.resources().stream()
        .filter(PlannedResource::isProvider)
        .forEach(provider -> providers.put(provider.urn(), provider));
    pair(new EarlierNames(after));
  }

  List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    Map<String, String> renamed = renamedInTexts();
    for (PlannedResource resource : after.values()) {
      if (!pairs.containsKey(resource)) {
        changes.add(
            new Change(Change.Kind.ADD, null, resource, List.of(), List.of(), adoption(resource)));
      } else {
        compare(pairs.get(resource), resource, renamed, changes);
      }
    }
    Set<PlannedResource> stay = new HashSet<>(pairs.values());
    before.values().stream()
        .filter(resource -> !stay.contains(resource))
        .forEach(
            gone ->
                changes.add(new Change(Change.Kind.REMOVE, gone, null, List.of(), List.of(), "")));
    List<Change> all = new Cascade(replacements, after.values(), pairs).add(changes);
    return new Rollouts(replacements, after.values(), pairs)
        .add(all).stream()
            .filter(change -> change.resource().custom())
            .sorted(
                Comparator.comparing(Change::kind)
                    .thenComparing(Change::name)
                    .thenComparing(change -> change.resource().urn()))
            .toList();
  }

  private void compare(
      PlannedResource old, PlannedResource now, Map<String, String> renamed, List<Change> changes) {
    List<PropertyChange> properties = new ArrayList<>();
    Inputs.changes(inNewNames(old.inputs(), renamed), now.inputs()).stream()
        .filter(property -> !isLeftToOthers(property, now))
        .forEach(properties::add);
    if (old.protect() != now.protect()) {
      properties.add(
          new PropertyChange(
              PROTECT, BooleanNode.valueOf(old.protect()), BooleanNode.valueOf(now.protect())));
    }
    String adopts = now.options().adopts();
    if (!adopts.isEmpty() && !adopts.equals(old.options().adopts())) {
      properties.add(
          new PropertyChange(IMPORT, MissingNode.getInstance(), TextNode.valueOf(adopts)));
    }
    List<String> forcedBy = replacements.forcedBy(now, provider(now), properties);
    String effect =
        forcedBy.isEmpty()
            ? replacements
                .maybe(now, properties)
                .or(() -> replacements.effect(now.type(), properties))
                .orElseGet(() -> Effect.of(now, properties))
            : "";
    if (!forcedBy.isEmpty()) {
      changes.add(new Change(Change.Kind.REPLACE, old, now, properties, forcedBy, effect));
    } else if (!properties.isEmpty()) {
      changes.add(new Change(Change.Kind.UPDATE, old, now, properties, forcedBy, effect));
    } else if (!EarlierNames.key(old).equals(EarlierNames.key(now))) {
      changes.add(new Change(Change.Kind.RENAME, old, now, properties, forcedBy, effect));
    }
  }

  private static String adoption(PlannedResource resource) {
    String adopts = resource.options().adopts();
    return adopts.isEmpty() ? "" : "is there already, taken over as " + adopts;
  }

  private JsonNode provider(PlannedResource resource) {
    PlannedResource provider = providers.get(resource.provider());
    return provider == null ? MissingNode.getInstance() : provider.inputs();
  }

  /** Only where the whole of what differs is named, as the engine compares the rest. */
  private static boolean isLeftToOthers(PropertyChange property, PlannedResource resource) {
    return resource.options().ignoreChanges().stream()
        .map(PropertyPath::parse)
        .anyMatch(property.path()::isIn);
  }

  private void pair(EarlierNames names) {
    Set<PlannedResource> free = new HashSet<>(before.values());
    after.forEach(
        (key, resource) -> {
          PlannedResource same = before.get(key);
          if (same != null) {
            pairs.put(resource, same);
            free.remove(same);
          }
        });
    for (PlannedResource resource : after.values()) {
      if (!pairs.containsKey(resource)) {
        names.of(resource).stream()
            .map(before::get)
            .filter(free::contains)
            .findFirst()
            .ifPresent(
                earlier -> {
                  pairs.put(resource, earlier);
                  free.remove(earlier);
                });
      }
    }
  }

  /**
   * What a cloud gives out is named after its resource, so a new name is in the inputs of others.
   */
  private Map<String, String> renamedInTexts() {
    Map<String, String> renamed = new HashMap<>();
    pairs.forEach(
        (now, old) -> {
          if (!now.name().equals(old.name())) {
            renamed.put("<" + old.name() + ".", "<" + now.name() + ".");
          }
        });
    return renamed;
  }

  private static JsonNode inNewNames(JsonNode inputs, Map<String, String> renamed) {
    if (renamed.isEmpty()) {
      return inputs;
    }
    String text = inputs.toString();
    for (Map.Entry<String, String> each : renamed.entrySet()) {
      text = text.replace(each.getKey(), each.getValue());
    }
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Names of resources are plain text in JSON.", e);
    }
  }

  private static Map<String, PlannedResource> byKey(Plan plan) {
    Map<String, PlannedResource> resources = new LinkedHashMap<>();
    plan.resources().forEach(resource -> resources.put(EarlierNames.key(resource), resource));
    return resources;
  }
}
