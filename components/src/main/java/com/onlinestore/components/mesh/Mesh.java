package com.onlinestore.components.mesh;

import com.onlinestore.components.kubernetes.ContainerResources;
import com.onlinestore.components.kubernetes.Hardening.PodSecurity;
import com.onlinestore.components.settings.Profile;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What services and gateways need to know of the mesh they join, whoever installed it.
 *
 * <pre>{@code
 * Mesh mesh =
 *     Mesh.existing(
 *         MeshSettingsBuilder.builder().use(Use.EXISTING).revision("stable").build(),
 *         Profile.PROD,
 *         Optional.empty());
 * }</pre>
 *
 * @param namespace of istiod
 * @param injectionLabels what a namespace carries so that its pods get a sidecar; in an ambient
 *     mesh only gateways are injected
 * @param podSecurity what its sidecars allow a namespace to enforce
 * @param tracingProvider the extension provider for spans, where there is one
 * @param collector where spans go, so that network policies and sidecar scopes let them through;
 *     empty where nobody told
 * @param proxy what each sidecar is given
 * @param waypoint what requests pass in an ambient mesh; empty where every pod has a sidecar
 * @param ready what must be up before a pod is injected or an Istio object accepted
 */
public record Mesh(
    String namespace,
    Map<String, String> injectionLabels,
    PodSecurity podSecurity,
    Optional<String> tracingProvider,
    Optional<TracingCollector> collector,
    ContainerResources proxy,
    Optional<Waypoint> waypoint,
    List<Resource> ready) {

  /** A mesh that is somebody else's. */
  public static Mesh existing(
      MeshSettings settings, Profile profile, Optional<TracingCollector> collector) {
    return new Mesh(
        settings.namespace(),
        injection(settings.revision()),
        settings.networkPlugin() ? PodSecurity.RESTRICTED : PodSecurity.PRIVILEGED,
        Optional.ofNullable(settings.tracingProvider()),
        collector,
        settings.proxy(),
        settings.waypoint(profile),
        List.of());
  }

  /** Whether pods have no sidecar. */
  public boolean ambient() {
    return waypoint.isPresent();
  }

  /** What a namespace carries so that its pods are in the mesh. */
  public Map<String, String> memberLabels() {
    return ambient() ? Waypoint.NAMESPACE_LABELS : injectionLabels;
  }

  static Map<String, String> injection(String revision) {
    return revision == null
        ? Map.of("istio-injection", "enabled")
        : Map.of("istio.io/rev", revision);
  }
}
