package com.onlinestore.plan.mesh;

import java.util.List;

/** The gateways that a VirtualService holds for. */
final class Bindings {

  /** Stands for all sidecars. */
  static final String MESH = "mesh";

  private Bindings() {}

  /**
   * As {@code namespace/name}, or {@link #MESH}; a delegate has none, it gets those of its root.
   */
  static List<String> of(MeshObject service) {
    if (service.spec().path("hosts").isEmpty()) {
      return List.of();
    }
    List<String> gateways = Json.texts(service.spec().path("gateways"));
    return gateways.isEmpty()
        ? List.of(MESH)
        : gateways.stream()
            .map(
                name ->
                    name.equals(MESH) || name.contains("/")
                        ? name
                        : service.namespace() + "/" + name)
            .toList();
  }
}
