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
import com.onlinestore.components.mesh.istio.Telemetry;
import com.onlinestore.components.settings.Problems;
import com.onlinestore.components.settings.Profile;
import com.pulumi.kubernetes.helm.v3.Release;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Istio with its network plugin: CRDs, then the plugin, then the control plane, and in ambient mode
 * the proxies of the nodes.
 *
 * <p>There may be several control planes, one per revision; plugin and CRDs stay one, of the pinned
 * version, which is the newest minor version that a revision may have.
 *
 * <p>The plugin is not optional: without it every injected pod gets an init container with
 * NET_ADMIN, which the {@code restricted} Pod Security level refuses. It lives in a namespace of
 * its own, because it alone needs host access. One per cluster.
 *
 * <pre>{@code
 * Mesh mesh =
 *     new IstioMesh(
 *             "istio",
 *             MeshSettings.defaults(),
 *             Profile.PROD,
 *             cluster.facts(),
 *             Mirrors.NONE,
 *             Optional.of(SpanCollector.ADDRESS),
 *             List.of(),
 *             cluster.options())
 *         .mesh();
 * }</pre>
 */
public final class IstioMesh extends ComponentResource {

  private static final String PART_OF = "istio";

  /** Of what runs on every node and needs its host. */
  static final String AGENTS_NAMESPACE = "istio-cni";

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
    Problems.refuse(
        name + ": the mesh does not work with the cluster",
        settings.problemsWith(facts.kubernetesVersion()));
    PolicyScope scope =
        or(
            settings.policyScope(),
            facts.ownedByStack() ? PolicyScope.MESH : PolicyScope.NAMESPACES);
    this.values =
        new IstioValues(
            settings.mode(),
            settings.proxy(),
            profile,
            facts,
            mirrors,
            scope,
            collector,
            authorizers);
    this.mirrors = mirrors;

    Resource system = namespace(name, MeshSettings.ISTIO_SYSTEM, PodSecurity.RESTRICTED);
    Resource agents = namespace(name, AGENTS_NAMESPACE, PodSecurity.PRIVILEGED);
    ControlPlanes planes = settings.controlPlanes();
    Release base = base(name, planes.followed(), system);
    Release cni = cni(name, agents, base);
    Map<String, Resource> istiods = new TreeMap<>();
    planes
        .revisions()
        .forEach(
            (revision, plane) ->
                istiods.put(revision, istiod(name, revision, plane.version(), base, cni)));
    List<Resource> ready = new ArrayList<>(istiods.values());
    if (scope == PolicyScope.MESH) {
      strictEverywhere(name, istiods.values());
      denyEverywhere(name, istiods.values());
    }
    if (profile == Profile.PROD) {
      logFailures(name, istiods.values());
    }
    ready.add(cni);
    if (settings.ambient()) {
      ready.add(ztunnel(name, agents, istiods.values()));
    }
    planes.tags().forEach((tag, of) -> ready.add(tag(name, tag, of, istiods.get(of))));
    this.mesh =
        new Mesh(
            MeshSettings.ISTIO_SYSTEM,
            planes.injectionLabels(),
            PodSecurity.RESTRICTED,
            collector.map(any -> IstioValues.TRACING_PROVIDER),
            collector,
            settings.proxy(),
            settings.waypoint(profile),
            List.copyOf(ready));
    registerOutputs(Map.of());
  }

  /** What services and gateways need to join this mesh. */
  public Mesh mesh() {
    return mesh;
  }

  private Resource namespace(String name, String namespace, PodSecurity level) {
    return GuardedNamespace.create(
        name + "-" + namespace, namespace, PART_OF, level, GuardedNamespace.OUTSIDE_MESH, after());
  }

  /** Its webhook, which checks what people write, is answered by the revision that is followed. */
  private Release base(String name, String followed, Resource system) {
    return HelmRelease.create(
        name + "-base",
        Chart.ISTIO_BASE,
        mirrors,
        "istio-base",
        MeshSettings.ISTIO_SYSTEM,
        values.base(followed),
        after(system));
  }

  private Release cni(String name, Resource agents, Resource base) {
    return HelmRelease.create(
        name + "-cni",
        Chart.ISTIO_CNI,
        mirrors,
        "istio-cni",
        AGENTS_NAMESPACE,
        values.cni(),
        after(agents, base));
  }

  private Release istiod(
      String name, String revision, String version, Resource base, Resource cni) {
    String istiod = ControlPlanes.istiod(revision);
    return HelmRelease.create(
        name + "-" + istiod,
        Chart.ISTIOD,
        version,
        mirrors,
        istiod,
        MeshSettings.ISTIO_SYSTEM,
        values.istiod(revision),
        after(base, cni));
  }

  /** A node agent like the plugin, with the same rights on the host, so it lives beside it. */
  private Release ztunnel(String name, Resource agents, Collection<Resource> istiods) {
    List<Resource> before = new ArrayList<>(istiods);
    before.add(agents);
    return HelmRelease.create(
        name + "-ztunnel",
        Chart.ZTUNNEL,
        mirrors,
        "ztunnel",
        AGENTS_NAMESPACE,
        values.ztunnel(),
        after(before.toArray(Resource[]::new)));
  }

  private Resource tag(String name, String tag, String revision, Resource istiod) {
    return new KubernetesObject(
        name + "-tag-" + tag, new RevisionTag(tag, revision).webhooks(), after(istiod));
  }

  private void strictEverywhere(String name, Collection<Resource> istiods) {
    new KubernetesObject(
        name + "-strict-mtls",
        PeerAuthentication.STRICT.named(
            Labels.metadata(
                "default", MeshSettings.ISTIO_SYSTEM, Labels.of("strict-mtls", PART_OF))),
        after(istiods.toArray(Resource[]::new)));
  }

  private void denyEverywhere(String name, Collection<Resource> istiods) {
    new KubernetesObject(
        name + "-deny-by-default",
        AuthorizationPolicy.NOTHING.named(
            Labels.metadata(
                "deny-by-default",
                MeshSettings.ISTIO_SYSTEM,
                Labels.of("deny-by-default", PART_OF))),
        after(istiods.toArray(Resource[]::new)));
  }

  /** Each request is written by two proxies at least: the others would cost more than they tell. */
  private void logFailures(String name, Collection<Resource> istiods) {
    new KubernetesObject(
        name + "-access-log",
        Telemetry.logsOfFailures()
            .named(
                Labels.metadata(
                    "access-log", MeshSettings.ISTIO_SYSTEM, Labels.of("access-log", PART_OF))),
        after(istiods.toArray(Resource[]::new)));
  }

  private CustomResourceOptions after(Resource... resources) {
    return CustomResourceOptions.builder().parent(this).dependsOn(resources).build();
  }
}
