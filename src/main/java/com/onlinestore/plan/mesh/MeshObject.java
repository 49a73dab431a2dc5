package com.onlinestore.plan.mesh;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An object of the Kubernetes API.
 *
 * @param group of its API, without version; empty for the core
 * @param kind as in {@code VirtualService}
 * @param namespace empty for cluster-wide objects
 * @param name its name in the cluster
 * @param labels its own, not those of its pods
 * @param spec empty where it has none
 */
public record MeshObject(
    String group, String kind, String namespace, String name, JsonNode labels, JsonNode spec) {

  static final String GATEWAY_API = "gateway.networking.k8s.io";

  /** Whether it is of one of Istio's own kinds; {@code Gateway} exists twice. */
  boolean isIstio(String istioKind) {
    return kind.equals(istioKind) && group.endsWith(".istio.io");
  }

  boolean isService() {
    return kind.equals("Service") && group.isEmpty();
  }

  /** Where requests of an ambient mesh are decided. */
  boolean isWaypoint() {
    return isGatewayOfTheApi() && spec.path("gatewayClassName").asText().equals("istio-waypoint");
  }

  /** A gateway of the Gateway API, whose pods Istio makes itself. */
  boolean isGatewayOfTheApi() {
    return isOfTheApi("Gateway");
  }

  /** Whether it is of a kind of the Gateway API. */
  boolean isOfTheApi(String apiKind) {
    return kind.equals(apiKind) && group.equals(GATEWAY_API);
  }

  /** {@code namespace/name}. */
  String path() {
    return namespace + "/" + name;
  }

  @Override
  public String toString() {
    return kind + " " + (namespace.isEmpty() ? name : path());
  }
}
