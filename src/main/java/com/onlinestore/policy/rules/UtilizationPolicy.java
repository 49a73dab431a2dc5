package com.onlinestore.policy.rules;

import com.onlinestore.plan.Manifest;
import com.onlinestore.plan.ScaleTarget;
import com.onlinestore.policy.Container;
import com.onlinestore.policy.PodTemplate;
import com.onlinestore.policy.PolicyContext;
import com.onlinestore.policy.Value;
import java.util.List;
import java.util.Optional;

/** Whether an autoscaler can measure what it is told to: a share of what containers ask for. */
final class UtilizationPolicy {

  private UtilizationPolicy() {}

  static List<String> violations(Manifest autoscaler, PolicyContext context) {
    ScaleTarget target = ScaleTarget.of(autoscaler);
    return context.manifests(target.kind(), target.namespace()).stream()
        .filter(workload -> workload.name().equals(target.name()))
        .map(PodTemplate::of)
        .flatMap(Optional::stream)
        .flatMap(
            pod ->
                Value.of(autoscaler).each("spec", "metrics").stream()
                    .flatMap(metric -> unmeasured(metric, pod, context).stream()))
        .toList();
  }

  private static List<String> unmeasured(Value metric, PodTemplate pod, PolicyContext context) {
    boolean one = metric.at("type").text().equals("ContainerResource");
    Value source = metric.at(one ? "containerResource" : "resource");
    if (!source.at("target", "averageUtilization").exists()) {
      return List.of();
    }
    return pod.containers().stream()
        .filter(container -> !container.passing())
        .filter(container -> !one || name(container).equals(source.at("container").text()))
        .filter(container -> !ResourceRules.asksFor(source.at("name").text(), container, context))
        .map(
            container ->
                source
                    .at("target", "averageUtilization")
                    .is(
                        "is a share of nothing: container %s asks for no %s",
                        name(container), source.at("name").text()))
        .toList();
  }

  private static String name(Container container) {
    return container.value().at("name").text();
  }
}
