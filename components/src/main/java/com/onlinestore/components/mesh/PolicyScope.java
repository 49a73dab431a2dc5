package com.onlinestore.components.mesh;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How far the strict policies reach: mutual TLS, deny-by-default, and calls to registered hosts
 * alone. The store's own services are held to the hosts they declare in either case, by their
 * sidecar scopes.
 */
public enum PolicyScope {
  /** The store's and its gateway's namespaces: other tenants of the cluster notice nothing. */
  @JsonProperty("namespaces")
  NAMESPACES,
  /**
   * Every namespace of the mesh: for clusters that run nothing but this store. The trap: the mesh
   * is also set to outbound {@code REGISTRY_ONLY}, so no pod in it reaches a host that is neither a
   * Service nor a ServiceEntry.
   */
  @JsonProperty("mesh")
  MESH
}
