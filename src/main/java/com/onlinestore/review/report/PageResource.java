package com.onlinestore.review.report;

import com.onlinestore.plan.ManifestTexts;
import com.onlinestore.plan.Plan;
import com.onlinestore.plan.PlannedResource;
import com.onlinestore.plan.ResourceName;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A resource of the plan, as a row of the page.
 *
 * @param name what people call it, its kind first
 * @param component the component it belongs to; empty for the stack alone
 * @param text what the program asks of it
 */
record PageResource(
    String urn,
    String kind,
    String name,
    String type,
    String component,
    boolean isProtected,
    String text) {

  /** All but components, by name. */
  static List<PageResource> of(Plan plan, ManifestTexts texts) {
    Map<String, PlannedResource> byUrn =
        plan.resources().stream()
            .collect(Collectors.toMap(PlannedResource::urn, Function.identity()));
    return plan.resources().stream()
        .filter(PlannedResource::custom)
        .map(resource -> of(resource, byUrn.get(resource.parent()), texts))
        .sorted(Comparator.comparing(PageResource::name).thenComparing(PageResource::urn))
        .toList();
  }

  private static PageResource of(
      PlannedResource resource, PlannedResource parent, ManifestTexts texts) {
    boolean isPart = parent != null && !parent.isStack();
    return new PageResource(
        resource.urn(),
        resource.kind(),
        ResourceName.of(resource),
        resource.type(),
        isPart ? parent.kind() + " " + parent.name() : "",
        resource.protect(),
        texts.of(resource).stripTrailing());
  }
}
