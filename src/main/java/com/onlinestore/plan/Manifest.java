package com.onlinestore.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An object of the Kubernetes API in a plan.
 *
 * @param urn the resource it comes from
 * @param kind as in {@code Deployment}
 * @param namespace empty for cluster-wide objects and where the program leaves it to the provider
 * @param name its name in the cluster, or in the program where the cluster is to choose one
 * @param content the object as {@code kubectl apply} takes it
 */
public record Manifest(String urn, String kind, String namespace, String name, JsonNode content) {

  /** The object a resource stands for; empty for anything that is no Kubernetes object. */
  public static Optional<Manifest> of(PlannedResource resource) {
    JsonNode inputs = resource.inputs();
    boolean isObject =
        resource.type().startsWith("kubernetes:")
            && !PlannedRelease.isRelease(resource)
            && inputs.hasNonNull("apiVersion")
            && inputs.hasNonNull("kind");
    return isObject ? Optional.of(of(resource, inputs)) : Optional.empty();
  }

  /** All objects of a plan, in its order. */
  public static List<Manifest> of(Plan plan) {
    return plan.resources().stream().map(Manifest::of).flatMap(Optional::stream).toList();
  }

  /** {@code namespace/name}, or the name alone. */
  public String path() {
    return namespace.isEmpty() ? name : namespace + "/" + name;
  }

  /** The group of the API without version; empty for the core. */
  public String group() {
    String apiVersion = content.path("apiVersion").asText();
    return apiVersion.contains("/") ? apiVersion.substring(0, apiVersion.indexOf('/')) : "";
  }

  private static Manifest of(PlannedResource resource, JsonNode inputs) {
    JsonNode metadata = inputs.path("metadata");
    return new Manifest(
        resource.urn(),
        inputs.path("kind").asText(),
        metadata.path("namespace").asText(""),
        metadata.path("name").asText(resource.name()),
        isSecret(inputs) ? applicable(inputs) : inputs);
  }

  private static boolean isSecret(JsonNode inputs) {
    return inputs.path("kind").asText().equals("Secret")
        && inputs.path("apiVersion").asText().equals("v1");
  }

  // data is base64, which no mask is: the API server would refuse it.
  private static JsonNode applicable(JsonNode secret) {
    Map<String, JsonNode> masked = new TreeMap<>();
    for (String field : List.of("data", "stringData")) {
      secret.path(field).properties().forEach(each -> masked.put(each.getKey(), each.getValue()));
    }
    ObjectNode content = secret.deepCopy();
    content.remove("data");
    if (!masked.isEmpty()) {
      content.putObject("stringData").setAll(masked);
    }
    return content;
  }
}
