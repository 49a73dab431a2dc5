package com.onlinestore.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.pulumi.Context;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Shortcuts to plans, so that a test shows what it is about. */
final class Plans {

  static final String STACK_URN =
      "urn:pulumi:dev::online-store::pulumi:pulumi:Stack::online-store-dev";
  static final String CONFIG_MAP = "kubernetes:core/v1:ConfigMap";

  private Plans() {}

  static Plan of(Consumer<Context> program) {
    return Planner.plan("online-store", "dev", Map.of(), Set.of(), program);
  }

  /** A plan of exactly these resources. */
  static Plan of(PlannedResource... resources) {
    return of(Map.of(), resources);
  }

  /** A plan of these resources, whose components have these outputs, by URN. */
  static Plan of(Map<String, JsonNode> componentOutputs, PlannedResource... resources) {
    return new Plan(
        "online-store",
        "dev",
        List.of(resources),
        Map.of(),
        componentOutputs,
        List.of(),
        List.of());
  }

  /** The same resource, which the engine refuses to delete. */
  static PlannedResource protectedFromDeletion(PlannedResource free) {
    return new PlannedResource(
        free.urn(),
        free.type(),
        free.name(),
        free.parent(),
        free.provider(),
        free.dependencies(),
        free.custom(),
        new PlannedOptions(true, false, List.of(), List.of(), "", List.of()),
        free.inputs());
  }

  static String urn(String qualifiedType, String name) {
    return "urn:pulumi:dev::online-store::" + qualifiedType + "::" + name;
  }

  static PlannedResource resource(Plan plan, String name) {
    return plan.resources().stream()
        .filter(resource -> resource.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No resource " + name));
  }

  static PlannedResource stack() {
    return new PlannedResource(
        STACK_URN,
        "pulumi:pulumi:Stack",
        "online-store-dev",
        null,
        null,
        List.of(),
        false,
        PlannedOptions.NONE,
        new ObjectMapper().createObjectNode());
  }

  /** A resource of the stack with these inputs, in JSON. */
  static PlannedResource resource(String type, String name, String inputs) {
    return resource(type, name, STACK_URN, List.of(), inputs);
  }

  static PlannedResource resource(
      String type, String name, String parent, List<String> dependencies, String inputs) {
    return new PlannedResource(
        urn(type, name),
        type,
        name,
        parent,
        null,
        dependencies,
        !type.startsWith("online-store:"),
        PlannedOptions.NONE,
        json(inputs));
  }

  static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException broken) {
      throw new AssertionError(broken);
    }
  }
}
