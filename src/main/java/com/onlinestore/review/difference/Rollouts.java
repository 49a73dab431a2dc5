package com.onlinestore.review.difference;

import com.fasterxml.jackson.databind.JsonNode;
import com.onlinestore.plan.PlannedResource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Groups of nodes that follow a new version of their launch template. Its number is in no plan, so
 * their inputs are the same on both sides.
 */
final class Rollouts {

  private static final PropertyPath VERSION = PropertyPath.parse("launchTemplate.version");

  private final Replacements replacements;
  private final Collection<PlannedResource> resources;
  private final Map<PlannedResource, PlannedResource> pairs;

  /**
   * Among the resources that stay.
   *
   * @param pairs what each was before
   */
  Rollouts(
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
    changes.stream()
        .filter(replacements::makesVersion)
        .forEach(template -> follow(template.after(), all));
    return List.copyOf(all.values());
  }

  private void follow(PlannedResource template, Map<String, Change> all) {
    for (PlannedResource resource : resources) {
      Change known = all.get(resource.urn());
      boolean free =
          known == null || known.kind() == Change.Kind.UPDATE && known.effect().isEmpty();
      if (free && pairs.containsKey(resource) && takesNewest(resource, template)) {
        replacements
            .effect(resource.type(), VERSION)
            .ifPresent(
                effect ->
                    all.put(
                        resource.urn(),
                        new Change(
                            Change.Kind.UPDATE,
                            pairs.get(resource),
                            resource,
                            known == null ? List.of() : known.properties(),
                            List.of(),
                            effect)));
      }
    }
  }

  /** Whoever names a number stays with it. */
  private static boolean takesNewest(PlannedResource resource, PlannedResource template) {
    JsonNode named = resource.inputs().path("launchTemplate");
    String standIn = "<" + template.name() + ".";
    return (named.path("id").asText() + named.path("name").asText()).contains(standIn)
        && named.path("version").asText().startsWith("<");
  }
}
