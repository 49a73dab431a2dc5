package com.onlinestore.review.difference;

import com.onlinestore.plan.PlannedRelease;
import com.onlinestore.plan.PlannedResource;
import java.util.List;
import java.util.Set;

/** What an update means for what runs. */
final class Effect {

  static final String RESTARTS = "pods restart";

  private static final Set<String> CONTROLLERS =
      Set.of("Deployment", "StatefulSet", "DaemonSet", "Rollout");
  private static final PropertyPath TEMPLATE = PropertyPath.parse("spec.template");
  private static final PropertyPath CHART_VERSION = PropertyPath.parse("version");
  private static final PropertyPath VALUES = PropertyPath.parse("values");
  private static final List<PropertyPath> INJECTION =
      List.of(
          PropertyPath.parse("metadata.labels[\"istio-injection\"]"),
          PropertyPath.parse("metadata.labels[\"istio.io/rev\"]"),
          PropertyPath.parse("metadata.labels[\"istio.io/dataplane-mode\"]"),
          PropertyPath.parse("metadata.labels[\"pod-security.kubernetes.io/enforce\"]"));

  private Effect() {}

  /** In words; empty where nothing that runs notices. */
  static String of(PlannedResource resource, List<PropertyChange> properties) {
    if (PlannedRelease.isRelease(resource)) {
      return touches(properties, CHART_VERSION)
          ? "another version of the chart, pods restart"
          : touches(properties, VALUES) ? "pods may restart" : "";
    }
    if (CONTROLLERS.contains(resource.kind()) && touches(properties, TEMPLATE)) {
      boolean gap = resource.inputs().at("/spec/strategy/type").asText().equals("Recreate");
      return gap ? "pods stop, then new ones start" : RESTARTS;
    }
    if (resource.kind().equals("Namespace")
        && INJECTION.stream().anyMatch(label -> touches(properties, label))) {
      return "holds for pods that start from now on; restart the others";
    }
    return "";
  }

  private static boolean touches(List<PropertyChange> properties, PropertyPath path) {
    return properties.stream().anyMatch(property -> property.touches(path));
  }
}
