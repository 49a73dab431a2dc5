package com.onlinestore.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.onlinestore.errors.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** A plan as {@link PlanFiles} writes it, and back. */
public final class StoredPlan {

  private static final ObjectMapper JSON = new ObjectMapper();

  private StoredPlan() {}

  /** Whether a folder holds a plan. */
  public static boolean isIn(Path folder) {
    return Files.isRegularFile(folder.resolve(PlanFolder.RESOURCES));
  }

  /**
   * The plan in a folder.
   *
   * @throws UserError when its files are missing or are not what {@link PlanFiles} writes
   */
  public static Plan read(Path folder) {
    List<PlannedResource> resources = new ArrayList<>();
    json(folder.resolve(PlanFolder.RESOURCES)).forEach(each -> resources.add(resource(each)));
    // Programs of before there was such a file are asked for their plan, too.
    Path file = folder.resolve(PlanFolder.STACK);
    JsonNode stack = Files.exists(file) ? json(file) : stack(resources);
    return new Plan(
        stack.path("project").asText(),
        stack.path("stack").asText(),
        CreationOrder.sort(resources),
        JSON.convertValue(stack.withObject("outputs"), Recording.MAP),
        fields(stack.path("componentOutputs")),
        texts(stack.path("lookups")),
        texts(stack.path("warnings")));
  }

  private static JsonNode stack(List<PlannedResource> resources) {
    ObjectNode node = JSON.createObjectNode();
    resources.stream()
        .findFirst()
        .map(resource -> Urn.parse(resource.urn()))
        .ifPresent(urn -> node.put("project", urn.project()).put("stack", urn.stack()));
    return node;
  }

  static JsonNode stack(Plan plan) {
    ObjectNode node = JSON.createObjectNode();
    node.put("project", plan.project());
    node.put("stack", plan.stack());
    node.set("outputs", JSON.valueToTree(plan.outputs()));
    node.set("componentOutputs", JSON.valueToTree(plan.componentOutputs()));
    put(node, "lookups", plan.lookups());
    put(node, "warnings", plan.warnings());
    return node;
  }

  static JsonNode json(PlannedResource resource) {
    PlannedOptions options = resource.options();
    ObjectNode node = JSON.createObjectNode();
    node.put("urn", resource.urn());
    node.put("type", resource.type());
    node.put("name", resource.name());
    node.put("parent", resource.parent());
    node.put("provider", resource.provider());
    put(node, "dependencies", resource.dependencies());
    node.put("custom", resource.custom());
    node.put("protect", options.protect());
    // Few resources have any of these.
    if (options.retainOnDelete()) {
      node.put("retainOnDelete", true);
    }
    putAny(node, "ignoreChanges", options.ignoreChanges());
    putAny(node, "replaceOnChanges", options.replaceOnChanges());
    if (!options.adopts().isEmpty()) {
      node.put("adopts", options.adopts());
    }
    putAny(node, "aliases", options.aliases());
    node.set("inputs", resource.inputs());
    return node;
  }

  private static PlannedResource resource(JsonNode node) {
    return new PlannedResource(
        node.path("urn").asText(),
        node.path("type").asText(),
        node.path("name").asText(),
        node.path("parent").textValue(),
        node.path("provider").textValue(),
        texts(node.path("dependencies")),
        node.path("custom").asBoolean(isCustom(node)),
        new PlannedOptions(
            node.path("protect").asBoolean(),
            node.path("retainOnDelete").asBoolean(),
            texts(node.path("ignoreChanges")),
            texts(node.path("replaceOnChanges")),
            node.path("adopts").asText(""),
            texts(node.path("aliases"))),
        node.path("inputs"));
  }

  private static boolean isCustom(JsonNode node) {
    String type = node.path("type").asText();
    String project = Urn.parse(node.path("urn").asText()).project();
    return !type.startsWith(project + ":") && !type.equals("pulumi:pulumi:Stack");
  }

  private static void putAny(ObjectNode node, String field, List<String> texts) {
    if (!texts.isEmpty()) {
      put(node, field, texts);
    }
  }

  private static void put(ObjectNode node, String field, List<String> texts) {
    ArrayNode array = node.putArray(field);
    texts.forEach(array::add);
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static Map<String, JsonNode> fields(JsonNode object) {
    Map<String, JsonNode> fields = new TreeMap<>();
    object.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
    return fields;
  }

  private static JsonNode json(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UserError(
          "%s is no plan: there is no %s in it. Make one with: plan STACK --out %s"
              .formatted(file.getParent(), file.getFileName(), file.getParent()));
    }
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException broken) {
      throw new UserError("%s is not a file of a plan; make the plan again.".formatted(file));
    }
  }
}
