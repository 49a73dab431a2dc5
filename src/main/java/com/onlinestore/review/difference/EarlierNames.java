package com.onlinestore.review.difference;

import com.onlinestore.plan.Plan;
import com.onlinestore.plan.PlannedResource;
import com.onlinestore.plan.Urn;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * By which names the engine would look for each resource of a plan in the state: its own, those of
 * its aliases, and those that follow from the aliases of what it belongs to. Without the stack's
 * name, so that plans of two stacks can be compared.
 */
final class EarlierNames {

  private final Map<String, Set<String>> byUrn = new HashMap<>();

  /** Of the resources of {@code plan}. */
  EarlierNames(Plan plan) {
    Map<String, PlannedResource> all = new HashMap<>();
    plan.resources().forEach(resource -> all.put(resource.urn(), resource));
    plan.resources().forEach(resource -> find(resource, all));
  }

  /** The name of a resource, without the stack's. */
  static String key(PlannedResource resource) {
    return resource.isStack() ? "stack" : key(Urn.parse(resource.urn()));
  }

  /** The other names of a resource, the nearest first. */
  List<String> of(PlannedResource resource) {
    return byUrn.get(resource.urn()).stream()
        .map(urn -> key(Urn.parse(urn)))
        .filter(key -> !key.equals(key(resource)))
        .distinct()
        .toList();
  }

  private Set<String> find(PlannedResource resource, Map<String, PlannedResource> all) {
    Set<String> known = byUrn.get(resource.urn());
    if (known != null) {
      return known;
    }
    Set<String> names = new LinkedHashSet<>(resource.options().aliases());
    PlannedResource parent = resource.parent() == null ? null : all.get(resource.parent());
    if (parent != null && !parent.isStack()) {
      Set<String> own = new LinkedHashSet<>(names);
      own.add(resource.urn());
      for (String earlier : find(parent, all)) {
        own.forEach(name -> names.add(below(Urn.parse(earlier), parent, Urn.parse(name))));
      }
    }
    byUrn.put(resource.urn(), names);
    return names;
  }

  /**
   * As the engine does: a name that begins with the parent's begins with the parent's earlier one.
   */
  private static String below(Urn earlierParent, PlannedResource parent, Urn child) {
    String type = child.type().substring(child.type().lastIndexOf('$') + 1);
    String name =
        child.name().startsWith(parent.name())
            ? earlierParent.name() + child.name().substring(parent.name().length())
            : child.name();
    return earlierParent.child(type, name).toString();
  }

  private static String key(Urn urn) {
    return urn.type() + "::" + urn.name();
  }
}
