package com.onlinestore.policy.rules;

import com.onlinestore.plan.Manifest;
import com.onlinestore.plan.ScaleTarget;
import com.onlinestore.policy.PodTemplate;
import com.onlinestore.policy.PolicyContext;
import com.onlinestore.policy.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which pods an object means. */
final class Selection {

  private Selection() {}

  /** Whether a label selector means pods with these labels; an empty one means all of them. */
  static boolean matches(Value selector, Map<String, String> labels) {
    return labels.entrySet().containsAll(selector.at("matchLabels").map().entrySet())
        && selector.each("matchExpressions").stream().allMatch(each -> fits(each, labels));
  }

  /** Whether a Service stands before the pods. */
  static boolean isServed(PodTemplate pod, PolicyContext context) {
    return context.selecting("Service", pod.owner().namespace(), pod.labels()).stream()
        .anyMatch(service -> !Value.of(service).at("spec", "selector").json().isEmpty());
  }

  /** Pods of the plan in a namespace that a selector means. */
  static List<PodTemplate> selected(String namespace, Value selector, PolicyContext context) {
    return context.pods(namespace, selector.at("matchLabels").map()).stream()
        .filter(pod -> matches(selector, pod.labels()))
        .toList();
  }

  /** The autoscaler of a workload. */
  static Optional<Manifest> autoscaler(Manifest workload, PolicyContext context) {
    return context.autoscalers(ScaleTarget.itself(workload)).stream().findFirst();
  }

  private static boolean fits(Value expression, Map<String, String> labels) {
    String value = labels.get(expression.at("key").text());
    List<String> values = expression.at("values").texts();
    return switch (expression.at("operator").text()) {
      case "In" -> value != null && values.contains(value);
      case "NotIn" -> value == null || !values.contains(value);
      case "Exists" -> value != null;
      default -> value == null;
    };
  }
}
