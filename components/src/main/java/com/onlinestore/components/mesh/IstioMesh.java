package com.onlinestore.components.mesh;

import static com.onlinestore.components.settings.Checks.or;

import com.onlinestore.components.cluster.ClusterFacts;
import com.onlinestore.components.helm.Chart;
import com.onlinestore.components.helm.HelmRelease;
import com.onlinestore.components.helm.Mirrors;
import com.onlinestore.components.kubernetes.GuardedNamespace;
import com.onlinestore.components.kubernetes.Hardening.PodSecurity;
import com.onlinestore.components.kubernetes.KubernetesObject;
import com.onlinestore.components.kubernetes.Labels;
import com.onlinestore.components.mesh.istio.AuthorizationPolicy;
import com.onlinestore.components.mesh.istio.PeerAuthentication;
import com.onlinestore.components.settings.Problems;
import com.onlinestore.components.settings.Profile;
import com.pulumi.kubernetes.helm.v3.Release;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Istio in sidecar mode with its network plugin: CRDs, then the plugin, then the control plane.
 *
 * <p>The plugin is not optional: without it every injected pod gets an init container with
 * NET_ADMIN, which the {@code restricted} Pod Security level refuses. It lives in a namespace of
 * its own, because it alone needs host access. One per cluster.
 */
public final class IstioMesh extends ComponentResource {

  /** The oldest Kubernetes that the pinned Istio runs on: istio.io, Supported Releases, 1.30. */
  public static final String OLDEST_KUBERNETES = "1.32";

  /** The newest Kubernetes that the pinned Istio was tested on. */
  public static final String NEWEST_KUBERNETES = "1.36";

  private static final String PART_OF = "istio";
  private static final String CNI_NAMESPACE = "istio-cni";

  private final IstioValues values;
  private final Mirrors mirrors;
  private final Mesh mesh;

  /**
   * Installs Istio.
   *
   * @param collector where spans go; empty for no tracing
   * @param authorizers who may be asked whether a request may pass
   */
  public IstioMesh(
      String name,
      MeshSettings settings,
      Profile profile,
      ClusterFacts facts,
      Mirrors mirrors,
      Optional<TracingCollector> collector,
      List<ExternalAuthorizer> authorizers,
      ComponentResourceOptions options) {
    super("online-store:mesh:IstioMesh", name, options);
    Problems.refuse(name + ": the mesh's settings have problems", settings.problems());
    PolicyScope scope =
        or(
            settings.policyScope(),
            facts.ownedByStack() ? PolicyScope.MESH : PolicyScope.NAMESPACES);
    this.values =
        new IstioValues(settings.proxy(), profile, facts, mirrors, scope, collector, authorizers);
    this.mirrors = mirrors;

    Resource system = namespace(name, MeshSettings.ISTIO_SYSTEM, PodSecurity.RESTRICTED);
    Resource agents = namespace(name, CNI_NAMESPACE, PodSecurity.PRIVILEGED);
    Release base = base(name, system);
    Release cni = cni(name, agents, base);
    Release istiod = istiod(name, base, cni);
    if (scope == PolicyScope.MESH) {
      strictEverywhere(name, istiod);
      denyEverywhere(name, istiod);
    }
    this.mesh =
        new Mesh(
            MeshSettings.ISTIO_SYSTEM,
            Mesh.injection(null),
            PodSecurity.RESTRICTED,
            collector.map(any -> IstioValues.TRACING_PROVIDER),
            collector,
            settings.proxy(),
            List.of(istiod, cni));
    registerOutputs(Map.of());
  }

  /** Whether the pinned Istio works on a minor version of Kubernetes, as in {@code 1.35}. */
  public static boolean supports(String kubernetes) {
    int minor = minor(kubernetes);
    return minor >= minor(OLDEST_KUBERNETES) && minor <= minor(NEWEST_KUBERNETES);
  }

  private static int minor(String version) {
    return Integer.parseInt(version.substring(version.indexOf('.') + 1));
  }

  /** What services and gateways need to join this mesh. */
  public Mesh mesh() {
    return mesh;
  }

  private Resource namespace(String name, String namespace, PodSecurity level) {
    return GuardedNamespace.create(
        name + "-" + namespace, namespace, PART_OF, level, GuardedNamespace.OUTSIDE_MESH, after());
  }

  private Release base(String name, Resource system) {
    return release(
        name + "-base", Chart.ISTIO_BASE, MeshSettings.ISTIO_SYSTEM, values.base(), system);
  }

  private Release cni(String name, Resource agents, Resource base) {
    return release(name + "-cni", Chart.ISTIO_CNI, CNI_NAMESPACE, values.cni(), agents, base);
  }

  private Release istiod(String name, Resource base, Resource cni) {
    return release(
        name + "-istiod", Chart.ISTIOD, MeshSettings.ISTIO_SYSTEM, values.istiod(), base, cni);
  }

  private void strictEverywhere(String name, Resource istiod) {
    new KubernetesObject(
        name + "-strict-mtls",
        PeerAuthentication.STRICT.named(
            Labels.metadata(
                "default", MeshSettings.ISTIO_SYSTEM, Labels.of("strict-mtls", PART_OF))),
        after(istiod));
  }

  private void denyEverywhere(String name, Resource istiod) {
    new KubernetesObject(
        name + "-deny-by-default",
        AuthorizationPolicy.NOTHING.named(
            Labels.metadata(
                "deny-by-default",
                MeshSettings.ISTIO_SYSTEM,
                Labels.of("deny-by-default", PART_OF))),
        after(istiod));
  }

  private Release release(
      String name, Chart chart, String namespace, Map<String, Object> values, Resource... after) {
    String releaseName = chart == Chart.ISTIOD ? "istiod" : "istio-" + chart.chartName();
    return HelmRelease.create(name, chart, mirrors, releaseName, namespace, values, after(after));
  }

  private CustomResourceOptions after(Resource... resources) {
    return CustomResourceOptions.builder().parent(this).dependsOn(resources).build();
  }
}
