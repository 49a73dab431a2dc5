package com.onlinestore.review.difference;

import com.fasterxml.jackson.databind.JsonNode;
import com.onlinestore.plan.PlannedResource;
import com.onlinestore.plan.ResourceName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a replacement drags along. What a cloud gives out, such as an id, is another one after a
 * replacement; a plan shows the same text for both, named after the resource. So whoever was given
 * it changes, too, and is replaced itself where that value cannot be changed.
 */
final class Cascade {

  private final Replacements replacements;
  private final Collection<PlannedResource> resources;
  private final Map<PlannedResource, PlannedResource> pairs;
  private final Set<String> replacedNames = new HashSet<>();

  /**
   * Among the resources that stay.
   *
   * @param pairs what each was before
   */
  Cascade(
      Replacements replacements,
      Collection<PlannedResource> resources,
      Map<PlannedResource, PlannedResource> pairs) {
    this.replacements = replacements;
    this.resources = resources;
    this.pairs = pairs;
  }

  /** The changes, and those that follow from them. */
  List<Change> add(List<Change> changes) {
    Map<String, Change> all = new LinkedHashMap<>();
    changes.forEach(change -> all.put(change.resource().urn(), change));
    Deque<PlannedResource> replaced = new ArrayDeque<>();
    changes.stream()
        .filter(change -> change.kind() == Change.Kind.REPLACE)
        .map(Change::after)
        .forEach(
            resource -> {
              replaced.add(resource);
              replacedNames.add(standIn(resource));
            });
    while (!replaced.isEmpty()) {
      PlannedResource source = replaced.remove();
      for (PlannedResource resource : resources) {
        Change known = all.get(resource.urn());
        if (pairs.containsKey(resource) && (known == null || !known.ends())) {
          List<PropertyPath> given = given(resource, standIn(source));
          if (!given.isEmpty()) {
            Change change = follow(resource, known, given, source);
            all.put(resource.urn(), change);
            if (change.kind() == Change.Kind.REPLACE) {
              replaced.add(resource);
              replacedNames.add(standIn(resource));
            }
          }
        }
      }
    }
    return List.copyOf(all.values());
  }

  private Change follow(
      PlannedResource resource, Change known, List<PropertyPath> given, PlannedResource source) {
    List<PropertyPath> forcing =
        given.stream().filter(path -> replacements.force(resource.type(), path)).toList();
    boolean replaced = !forcing.isEmpty();
    String because =
        "%s comes from %s, which is replaced"
            .formatted((replaced ? forcing : given).get(0), ResourceName.of(source));
    return new Change(
        replaced ? Change.Kind.REPLACE : Change.Kind.UPDATE,
        pairs.get(resource),
        resource,
        known == null ? List.of() : known.properties(),
        replaced ? List.of(because) : List.of(),
        replaced ? "" : effect(resource, known, given, source).orElse(because));
  }

  /** What is known already, unless the cloud refuses. */
  private Optional<String> effect(
      PlannedResource resource, Change known, List<PropertyPath> given, PlannedResource source) {
    return replacements
        .refusal(resource.type())
        .filter(refusal -> given.stream().anyMatch(refusal::isAt))
        .filter(refusal -> isElsewhere(source, refusal.through()))
        .map(Refusal::so)
        .or(() -> Optional.ofNullable(known).map(Change::effect).filter(text -> !text.isEmpty()));
  }

  /** Whether a resource is to be in something else than before, as a subnet in another network. */
  private boolean isElsewhere(PlannedResource source, String through) {
    JsonNode now = source.inputs().path(through);
    return !now.equals(pairs.get(source).inputs().path(through))
        || replacedNames.stream().anyMatch(now.asText()::contains);
  }

  private static String standIn(PlannedResource resource) {
    return "<" + resource.name() + ".";
  }

  /** Where a resource has texts that name {@code source}. */
  private static List<PropertyPath> given(PlannedResource resource, String source) {
    List<PropertyPath> found = new ArrayList<>();
    if (resource.custom() && resource.inputs().toString().contains(source)) {
      find(PropertyPath.TOP, resource.inputs(), source, found);
    }
    return found;
  }

  private static void find(
      PropertyPath path, JsonNode value, String source, List<PropertyPath> found) {
    if (value.isTextual() && value.asText().contains(source)) {
      found.add(path);
    }
    value
        .properties()
        .forEach(field -> find(path.field(field.getKey()), field.getValue(), source, found));
    if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        find(path.element(String.valueOf(i), i), value.get(i), source, found);
      }
    }
  }
}
