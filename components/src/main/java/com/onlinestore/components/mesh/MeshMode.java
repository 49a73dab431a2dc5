package com.onlinestore.components.mesh;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where the mesh's proxies are. */
public enum MeshMode {
  /** One in every pod. */
  @JsonProperty("sidecar")
  SIDECAR,
  /**
   * One on every node for identity and encryption, and a waypoint in the store's namespace for what
   * needs to see requests. The trap: no proxy stands between a service and the outside, so outside
   * hosts are held to addresses, not to names.
   */
  @JsonProperty("ambient")
  AMBIENT
}
