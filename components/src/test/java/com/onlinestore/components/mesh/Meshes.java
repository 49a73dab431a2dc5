package com.onlinestore.components.mesh;

import com.onlinestore.components.kubernetes.Hardening.PodSecurity;
import com.onlinestore.components.settings.Profile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Meshes to test with. */
public final class Meshes {

  /** Where spans go in tests. */
  public static final TracingCollector COLLECTOR = new TracingCollector("tracing", "jaeger", null);

  private static final MeshSettings AMBIENT_SETTINGS =
      MeshSettingsBuilder.builder().mode(MeshMode.AMBIENT).build();

  /** A mesh in istio-system that traces. */
  public static final Mesh TRACING =
      new Mesh(
          "istio-system",
          Map.of("istio-injection", "enabled"),
          PodSecurity.RESTRICTED,
          Optional.of("store-traces"),
          Optional.of(COLLECTOR),
          MeshSettings.defaults().proxy(),
          Optional.empty(),
          List.of());

  /** The same without traces. */
  public static final Mesh SILENT =
      Mesh.existing(MeshSettings.defaults(), Profile.DEV, Optional.empty());

  /** A mesh without sidecars that traces. */
  public static final Mesh AMBIENT =
      new Mesh(
          "istio-system",
          Map.of("istio-injection", "enabled"),
          PodSecurity.RESTRICTED,
          Optional.of("store-traces"),
          Optional.of(COLLECTOR),
          AMBIENT_SETTINGS.proxy(),
          AMBIENT_SETTINGS.waypoint(Profile.DEV),
          List.of());

  private Meshes() {}
}
