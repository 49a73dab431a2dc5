package com.onlinestore.policy.rules;

import static com.onlinestore.policy.Severity.ADVISORY;
import static com.onlinestore.policy.Severity.MANDATORY;

import com.onlinestore.policy.About;
import com.onlinestore.policy.Container;
import com.onlinestore.policy.PolicyContext;
import com.onlinestore.policy.Rule;
import com.onlinestore.policy.Value;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.stream.Stream;

/** What containers ask for, and what they may take. */
final class ResourceRules {

  private ResourceRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule(
            "resources/cpu-request",
            MANDATORY,
            "Containers ask for CPU.",
            "Without a request the scheduler fills a node with them, and none gets its share.",
            "Set resources.requests.cpu, or a LimitRange for the namespace.",
            About.containers(
                (container, context) -> missing("requests", "cpu", container, context))),
        new Rule(
            "resources/memory-request",
            MANDATORY,
            "Containers ask for memory.",
            "Without a request they are the first to be killed where a node runs out.",
            "Set resources.requests.memory, or a LimitRange for the namespace.",
            About.containers(
                (container, context) -> missing("requests", "memory", container, context))),
        new Rule(
            "resources/memory-limit",
            MANDATORY,
            "Containers have a limit on memory.",
            "One that leaks would otherwise take the memory of its whole node.",
            "Set resources.limits.memory, or a LimitRange for the namespace.",
            About.containers(
                (container, context) -> missing("limits", "memory", container, context))),
        new Rule(
            "resources/limit-below-request",
            MANDATORY,
            "No limit is below its request.",
            "The API server refuses such pods, after the objects around them were made.",
            "Raise the limit, or lower the request.",
            About.containers(
                container ->
                    Stream.of("cpu", "memory", "ephemeral-storage")
                        .filter(name -> isBelow(container, name))
                        .map(
                            name ->
                                container
                                    .value()
                                    .at("resources", "limits", name)
                                    .is("is less than what is asked for"))
                        .toList())),
        new Rule(
            "resources/scratch-limit",
            ADVISORY,
            "Scratch volumes have a size limit.",
            "One that fills its node's disk evicts the pods beside it.",
            "Set emptyDir.sizeLimit.",
            About.pods(
                pod ->
                    pod.spec().each("volumes").stream()
                        .map(volume -> volume.at("emptyDir"))
                        .filter(Value::exists)
                        .filter(scratch -> !scratch.at("sizeLimit").exists())
                        .map(scratch -> scratch.is("may fill its node's disk"))
                        .toList())));
  }

  /** Whether the scheduler sets something aside for a container. */
  static boolean asksFor(String name, Container container, PolicyContext context) {
    return has("requests", name, container, context);
  }

  private static List<String> missing(
      String kind, String name, Container container, PolicyContext context) {
    return container
        .value()
        .at("resources", kind, name)
        .wrongIf(
            !has(kind, name, container, context),
            kind.equals("limits") ? "bounds nothing" : "asks for nothing");
  }

  // A limit without a request is both.
  private static boolean has(String kind, String name, Container container, PolicyContext context) {
    Value resources = container.value().at("resources");
    return resources.at(kind, name).exists()
        || resources.at("limits", name).exists()
        || hasDefault(kind, name, container, context);
  }

  private static boolean hasDefault(
      String kind, String name, Container container, PolicyContext context) {
    List<String> fields =
        kind.equals("limits") ? List.of("default") : List.of("defaultRequest", "default");
    return context.manifests("LimitRange", container.pod().owner().namespace()).stream()
        .flatMap(range -> Value.of(range).each("spec", "limits").stream())
        .filter(limit -> limit.at("type").text().equals("Container"))
        .anyMatch(limit -> fields.stream().anyMatch(field -> limit.at(field, name).exists()));
  }

  private static boolean isBelow(Container container, String name) {
    Value limit = container.value().at("resources", "limits", name);
    Value request = container.value().at("resources", "requests", name);
    try {
      return limit.exists()
          && request.exists()
          && Quantity.parse(limit.text())
                  .getNumericalAmount()
                  .compareTo(Quantity.parse(request.text()).getNumericalAmount())
              < 0;
    } catch (IllegalArgumentException unknownUntilDeployment) {
      return false;
    }
  }
}
