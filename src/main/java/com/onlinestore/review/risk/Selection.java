package com.onlinestore.review.risk;

import com.fasterxml.jackson.databind.JsonNode;
import com.onlinestore.plan.Manifest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which workload an object is for: by its selector, or by its name where it has none. */
final class Selection {

  private static final List<String> SELECTORS =
      List.of(
          "/spec/podSelector", "/spec/selector", "/spec/workloadSelector", "/spec/scaleTargetRef");

  private Selection() {}

  /** Whether {@code object} is for the pods of {@code workload}; not for what makes no pods. */
  static boolean holds(Manifest object, Manifest workload) {
    JsonNode template = workload.content().at("/spec/template");
    if (template.isMissingNode() || !workload.namespace().equals(object.namespace())) {
      return false;
    }
    JsonNode labels = template.at("/metadata/labels");
    return selector(object)
        .map(
            selector ->
                selector.has("kind")
                    ? selector.path("name").asText().equals(workload.name())
                    : Stream.of("matchLabels", "labels")
                        .flatMap(field -> selector.path(field).properties().stream())
                        .allMatch(label -> label.getValue().equals(labels.get(label.getKey()))))
        .orElseGet(() -> isVersion(workload.name(), object.name(), labels));
  }

  /** Whether an object is for some workloads of its namespace and not for all. */
  static boolean isForSome(Manifest object) {
    return selector(object).map(selector -> !selector.isEmpty()).orElse(true);
  }

  private static Optional<JsonNode> selector(Manifest object) {
    return SELECTORS.stream().map(object.content()::at).filter(JsonNode::isObject).findFirst();
  }

  /** A service's workload has its name, or that and a version. */
  private static boolean isVersion(String workload, String service, JsonNode labels) {
    return workload.equals(service)
        || workload.equals(service + "-" + labels.path("version").asText("v1"));
  }
}
