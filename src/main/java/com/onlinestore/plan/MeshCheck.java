package com.onlinestore.plan;

import com.onlinestore.plan.mesh.Inventory;
import com.onlinestore.plan.mesh.Mistake;
import com.onlinestore.plan.mesh.Mistakes;
import java.util.List;

/** What Istio would ignore or answer with errors, though the API server takes it. */
public final class MeshCheck {

  private MeshCheck() {}

  /** The mistakes in a plan's objects, each with object, path, value, rule and remedy. */
  public static List<String> mistakes(Plan plan) {
    return mistakes(MeshParts.of(Manifest.of(plan), PlannedRelease.of(plan)));
  }

  static List<String> mistakes(Inventory mesh) {
    return Mistakes.in(mesh).stream().map(Mistake::toString).toList();
  }
}
