package com.onlinestore.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a stack would create, found without a cluster. Equal programs and settings give equal plans.
 *
 * @param project name of the Pulumi project
 * @param stack name of the stack
 * @param resources every resource, the stack itself first, in an order in which they can be created
 * @param outputs what the stack exports, by name; masked like inputs
 * @param componentOutputs what components tell of themselves, an object by URN; masked like inputs
 * @param lookups what the program asked a provider about; the plan had no answer but the question's
 *     own values, so what follows from a lookup may differ in the deployment; sorted
 * @param warnings what the program warned about; sorted
 */
public record Plan(
    String project,
    String stack,
    List<PlannedResource> resources,
    Map<String, Object> outputs,
    Map<String, JsonNode> componentOutputs,
    List<String> lookups,
    List<String> warnings) {

  /** Copies the collections. */
  public Plan {
    resources = List.copyOf(resources);
    outputs = Collections.unmodifiableMap(new TreeMap<>(outputs));
    componentOutputs = Collections.unmodifiableMap(new TreeMap<>(componentOutputs));
    lookups = List.copyOf(lookups);
    warnings = List.copyOf(warnings);
  }

  /** Of a stack that is not there yet. */
  public static Plan empty(String project, String stack) {
    return new Plan(project, stack, List.of(), Map.of(), Map.of(), List.of(), List.of());
  }
}
