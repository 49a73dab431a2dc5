package com.onlinestore.plan.mesh;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An object of the Kubernetes API.
 *
 * @param group of its API, without version; empty for the core
 * @param kind as in {@code VirtualService}
 * @param namespace empty for cluster-wide objects
 * @param name its name in the cluster
 * @param spec empty where it has none
 */
public record MeshObject(String group, String kind, String namespace, String name, JsonNode spec) {

  /** Whether it is of one of Istio's own kinds; {@code Gateway} exists twice. */
  boolean isIstio(String istioKind) {
    return kind.equals(istioKind) && group.endsWith(".istio.io");
  }

  boolean isService() {
    return kind.equals("Service") && group.isEmpty();
  }

  /** A gateway of the Gateway API, whose pods Istio makes itself. */
  boolean isGatewayOfTheApi() {
    return kind.equals("Gateway") && group.equals("gateway.networking.k8s.io");
  }

  /** {@code namespace/name}. */
  String path() {
    return namespace + "/" + name;
  }

  @Override
  public String toString() {
    return kind + " " + path();
  }
}
