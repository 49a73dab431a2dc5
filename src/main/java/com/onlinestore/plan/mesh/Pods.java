package com.onlinestore.plan.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Pods of one template.
 *
 * @param namespace where they run
 * @param name of the service they belong to, found as Istio does for its metrics
 * @param account their service account
 * @param gateway whether they are an entrance or exit of the mesh
 * @param labels of the pods
 */
record Pods(
    String namespace, String name, String account, boolean gateway, Map<String, String> labels) {

  private static final String API_GATEWAY = "gateway.networking.k8s.io/gateway-name";
  private static final List<String> CANONICAL_NAMES =
      List.of("service.istio.io/canonical-name", "app.kubernetes.io/name", "app");

  /** The pods an object makes; empty for one that makes none. */
  static Optional<Pods> of(MeshObject object) {
    if (object.isGatewayOfTheApi()) {
      return Optional.of(ofApiGateway(object));
    }
    return Stream.of("/template", "/jobTemplate/spec/template")
        .map(object.spec()::at)
        .filter(template -> template.path("spec").has("containers"))
        .map(template -> of(object, template))
        .findFirst();
  }

  /** The pods of Istio's gateway chart. */
  static Pods of(MeshRelease release) {
    String name = release.fullName();
    Map<String, String> labels = new TreeMap<>();
    labels.put("app", name);
    labels.put("istio", name.replaceFirst("^istio-", ""));
    labels.putAll(Json.map(release.values().path("labels")));
    String account = release.values().at("/serviceAccount/name").asText();
    return new Pods(release.namespace(), name, account.isEmpty() ? name : account, true, labels);
  }

  boolean carry(Map<String, String> wanted) {
    return labels.entrySet().containsAll(wanted.entrySet());
  }

  private static Pods of(MeshObject object, JsonNode template) {
    Map<String, String> labels = Json.map(template.at("/metadata/labels"));
    String name =
        CANONICAL_NAMES.stream()
            .map(labels::get)
            .filter(each -> each != null)
            .findFirst()
            .orElse(object.name());
    String account = template.at("/spec/serviceAccountName").asText("default");
    return new Pods(
        object.namespace(), name, account.isEmpty() ? "default" : account, false, labels);
  }

  private static Pods ofApiGateway(MeshObject object) {
    Map<String, String> labels = Json.map(object.spec().at("/infrastructure/labels"));
    labels.put(API_GATEWAY, object.name());
    return new Pods(object.namespace(), object.name(), nameOfApiGateway(object), true, labels);
  }

  /** What Istio calls Deployment, Service and service account of such a gateway. */
  static String nameOfApiGateway(MeshObject object) {
    String gatewayClass = object.spec().path("gatewayClassName").asText();
    return gatewayClass.equals("istio-waypoint")
        ? object.name()
        : object.name() + "-" + gatewayClass;
  }
}
