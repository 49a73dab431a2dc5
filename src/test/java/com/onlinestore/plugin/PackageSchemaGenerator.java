package com.onlinestore.plugin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes the package's schema from the schema of stack files, so that every setting is typed and
 * described in every language in the words of its settings record.
 */
final class PackageSchemaGenerator {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String STORE = "/properties/config/properties/online-store:store";

  private static final Map<String, String> DEPLOYED =
      Map.of(
          Inputs.KUBECONFIG,
          "Content of a kubeconfig; make it a secret where it holds one. Default: what"
              + " cluster.existing names.",
          Inputs.GRAFANA_PASSWORD,
          "Password of Grafana's administrator, a secret. Default: one is made up.",
          Inputs.CHART_MIRROR,
          "Where charts come from instead of their own repositories. Default: those.",
          Inputs.IMAGE_MIRROR,
          "Registry that images come from instead of their own. Default: those.");

  private final ObjectNode types = JSON.createObjectNode();
  private final JsonNode store;

  private PackageSchemaGenerator(JsonNode store) {
    this.store = store;
  }

  static ObjectNode schema() throws IOException {
    try (InputStream stream =
        PackageSchemaGenerator.class.getResourceAsStream("/stack-file.schema.json")) {
      return new PackageSchemaGenerator(JSON.readTree(stream).at(STORE)).generate();
    }
  }

  private ObjectNode generate() {
    ObjectNode schema = JSON.createObjectNode();
    schema.put("name", "online-store");
    schema.put("displayName", "Online Store");
    schema.put("version", "0.1.0");
    schema.put("namespace", "onlinestore");
    schema.put("description", "An online store on Kubernetes with Istio, watched and guarded.");
    ObjectNode languages = schema.putObject("language");
    List.of("nodejs", "python", "go", "csharp", "java")
        .forEach(language -> languages.putObject(language).put("respectSchemaVersion", true));
    // Else it is namespace and name: onlinestore_online_store.
    languages.withObject("/python").put("packageName", "online_store");
    ObjectNode resources = schema.putObject("resources");
    resources.set(ClusterComponent.TYPE, cluster());
    resources.set(PlatformComponent.TYPE, platform());
    resources.set(StoreComponent.TYPE, store());
    ObjectNode sorted = schema.putObject("types");
    Map<String, JsonNode> all = new TreeMap<>();
    types.properties().forEach(type -> all.put(type.getKey(), type.getValue()));
    all.forEach(sorted::set);
    return schema;
  }

  private ObjectNode cluster() {
    ObjectNode cluster =
        component(
            "A Kubernetes cluster on AWS or Google Cloud in a network of its own, for whatever is"
                + " put on it.",
            List.of(
                "environment",
                "profile",
                "ownership",
                "cluster",
                Inputs.CHART_MIRROR,
                Inputs.IMAGE_MIRROR));
    cluster.putArray("requiredInputs").add("cluster").add("ownership");
    output(cluster, "kubeconfig", "How the cluster is reached; holds no secret.");
    section(
        cluster,
        "facts",
        "cluster",
        "What there is to know of the cluster: the input cluster of a Platform or a Store on it.");
    return cluster;
  }

  private ObjectNode platform() {
    ObjectNode platform =
        component(
            "What a cluster has once for all its stores: Istio, Prometheus, Grafana, traces and"
                + " logs.",
            List.of(
                "environment",
                "profile",
                "cluster",
                "mesh",
                "observability",
                "metricsServer",
                "overrides",
                Inputs.KUBECONFIG,
                Inputs.GRAFANA_PASSWORD,
                Inputs.CHART_MIRROR,
                Inputs.IMAGE_MIRROR));
    section(platform, "mesh", "mesh", "The input mesh of a Store on this platform.");
    section(
        platform,
        "observability",
        "observability",
        "The input observability of a Store on this platform.");
    return platform;
  }

  private ObjectNode store() {
    ObjectNode store =
        component(
            "A store, its services and its gateway: the whole of a stack file. What is not said to"
                + " be there already (use: existing) is brought along, a cluster included.",
            List.of(
                "environment",
                "profile",
                "namespace",
                "ownership",
                "cluster",
                "mesh",
                "observability",
                "metricsServer",
                "overrides",
                "rollouts",
                "gateway",
                "services",
                Inputs.KUBECONFIG,
                Inputs.GRAFANA_PASSWORD,
                Inputs.CHART_MIRROR,
                Inputs.IMAGE_MIRROR));
    output(store, "namespace", "Where the services run.");
    output(store, "url", "Where the store is; nothing without a gateway.");
    output(store, "reach", "The command that shows its address; nothing without a gateway.");
    output(store, "kubeconfig", "How a cluster of its own is reached; nothing for others.");
    return store;
  }

  private ObjectNode component(String description, List<String> inputs) {
    ObjectNode component = JSON.createObjectNode();
    component.put("isComponent", true).put("description", description);
    ObjectNode properties = component.putObject("inputProperties");
    inputs.stream().sorted().forEach(input -> properties.set(input, input(input)));
    component.putObject("properties");
    return component;
  }

  private ObjectNode input(String name) {
    if (!DEPLOYED.containsKey(name)) {
      JsonNode section = store.at("/properties/" + name);
      String own = capitalized(name) + (section.has("properties") ? "Settings" : "");
      return type(name, own, section);
    }
    ObjectNode input =
        JSON.createObjectNode().put("type", "string").put("description", DEPLOYED.get(name));
    return name.equals(Inputs.GRAFANA_PASSWORD) ? input.put("secret", true) : input;
  }

  private static void output(ObjectNode component, String name, String description) {
    ((ObjectNode) component.get("properties"))
        .putObject(name)
        .put("type", "string")
        .put("description", description);
  }

  private static void section(
      ObjectNode component, String name, String section, String description) {
    ((ObjectNode) component.get("properties"))
        .putObject(name)
        .put("$ref", reference(capitalized(section) + "Settings"))
        .put("description", description);
  }

  /**
   * A value as Pulumi describes it.
   *
   * @param name of the types below it
   * @param own name of its own type, should it need one
   */
  private ObjectNode type(String name, String own, JsonNode schema) {
    ObjectNode type = JSON.createObjectNode();
    JsonNode rule = schema.has("allOf") ? schema.at("/allOf/0") : schema;
    JsonNode kinds = rule.path("type");
    if (kinds.isArray()) {
      ArrayNode either = type.putArray("oneOf");
      kinds.forEach(kind -> either.add(single(kind.asText(), name, own, rule)));
    } else {
      type.setAll(single(kinds.asText(), name, own, rule));
    }
    JsonNode description =
        schema.has("allOf") ? schema.at("/allOf/1/description") : schema.path("description");
    String described = described(description, rule);
    if (!described.isEmpty()) {
      type.put("description", described);
    }
    return type;
  }

  private ObjectNode single(String kind, String name, String own, JsonNode rule) {
    ObjectNode type = JSON.createObjectNode();
    if (rule.has("properties") && kind.equals("object")) {
      return type.put("$ref", object(name, own, rule));
    }
    if (kind.equals("object") && !rule.path("additionalProperties").isObject()) {
      return type.put("$ref", "pulumi.json#/Any");
    }
    type.put("type", kind);
    String entry = singular(own);
    if (kind.equals("array")) {
      type.set("items", type(entry, entry, rule.get("items")));
    } else if (kind.equals("object")) {
      type.set("additionalProperties", type(entry, entry, rule.get("additionalProperties")));
    }
    return type;
  }

  private String object(String name, String own, JsonNode rule) {
    ObjectNode object = declare(own).put("type", "object");
    ObjectNode properties = object.putObject("properties");
    rule.get("properties")
        .properties()
        .forEach(
            property -> {
              String below = capitalized(name) + capitalized(property.getKey());
              properties.set(property.getKey(), type(below, below, property.getValue()));
            });
    if (rule.has("required")) {
      object.set("required", rule.get("required"));
    }
    return reference(own);
  }

  /**
   * Allowed values are told and not typed: Pulumi YAML takes no output of an enumerated type as an
   * input of the same type.
   */
  private static String described(JsonNode description, JsonNode rule) {
    String text = description.asText("");
    if (!rule.has("enum")) {
      return text;
    }
    List<String> values = new ArrayList<>();
    rule.get("enum").forEach(value -> values.add(value.asText()));
    return (text + " One of " + String.join(", ", values) + ".").strip();
  }

  private ObjectNode declare(String own) {
    return types.putObject("online-store:index:" + own);
  }

  private static String reference(String own) {
    return "#/types/online-store:index:" + own;
  }

  private static String capitalized(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private static String singular(String name) {
    if (name.endsWith("ies")) {
      return name.substring(0, name.length() - 3) + "y";
    }
    return name.endsWith("s") ? name.substring(0, name.length() - 1) : name + "Entry";
  }
}
