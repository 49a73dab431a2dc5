package com.onlinestore.plan;

import com.onlinestore.plan.mesh.Inventory;
import com.onlinestore.plan.mesh.MeshObject;
import com.onlinestore.plan.mesh.MeshRelease;
import java.util.List;

/** The objects and releases of a plan as what is known of the mesh takes them. */
final class MeshParts {

  private MeshParts() {}

  static Inventory of(List<Manifest> manifests, List<PlannedRelease> releases) {
    return new Inventory(
        manifests.stream()
            .map(
                each ->
                    new MeshObject(
                        each.group(),
                        each.kind(),
                        each.namespace(),
                        each.name(),
                        each.content().at("/metadata/labels"),
                        each.content().path("spec")))
            .toList(),
        releases.stream()
            .map(
                each -> new MeshRelease(each.name(), each.namespace(), each.chart(), each.values()))
            .toList());
  }
}
