package com.onlinestore.components.mesh;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far strict mutual TLS and deny-by-default reach. */
public enum PolicyScope {
  /** The store's and its gateway's namespaces: other tenants of the cluster notice nothing. */
  @JsonProperty("namespaces")
  NAMESPACES,
  /** Every namespace of the mesh: for clusters that run nothing but this store. */
  @JsonProperty("mesh")
  MESH
}
