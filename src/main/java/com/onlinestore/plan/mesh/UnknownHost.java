package com.onlinestore.plan.mesh;

import com.onlinestore.components.settings.Nearest;

/** A host that nobody declares. */
final class UnknownHost {

  private UnknownHost() {}

  static Mistake in(MeshObject object, String path, String host, Inventory inventory) {
    return Mistake.in(
        object,
        path,
        "\"%s\" is neither a Service nor the host of a ServiceEntry: correct it, or declare it.%s",
        host,
        Nearest.didYouMean(Hosts.full(host, object.namespace()), inventory.hosts().names()));
  }
}
