package com.onlinestore.plan;

import com.onlinestore.plan.mesh.Inventory;
import com.onlinestore.plan.mesh.MeshObject;
import com.onlinestore.plan.mesh.MeshRelease;

/** The objects and releases of a plan as what is known of the mesh takes them. */
final class MeshParts {

  private MeshParts() {}

  static Inventory of(Plan plan) {
    return new Inventory(
        Manifest.of(plan).stream()
            .map(
                each ->
                    new MeshObject(
                        each.group(),
                        each.kind(),
                        each.namespace(),
                        each.name(),
                        each.content().path("spec")))
            .toList(),
        PlannedRelease.of(plan).stream()
            .map(
                each -> new MeshRelease(each.name(), each.namespace(), each.chart(), each.values()))
            .toList());
  }
}
