package com.onlinestore.components.mesh;

import static com.onlinestore.components.settings.Checks.matching;
import static com.onlinestore.components.settings.Checks.optional;
import static com.onlinestore.components.settings.Checks.or;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.kubernetes.Amounts;
import com.onlinestore.components.kubernetes.ContainerResources;
import com.onlinestore.components.settings.Checks;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import com.onlinestore.components.settings.Profile;
import com.onlinestore.components.settings.Use;
import io.fabric8.kubernetes.api.model.Quantity;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The service mesh.
 *
 * <pre>{@code
 * var ambient = MeshSettingsBuilder.builder().mode(MeshMode.AMBIENT).build();
 * var existing = MeshSettingsBuilder.builder().use(Use.EXISTING).revision("stable").build();
 * }</pre>
 *
 * @param use whether this stack installs Istio; default install
 * @param mode where the proxies are; default sidecar
 * @param namespace of istiod; default istio-system
 * @param revision of an existing Istio that injects by revision; null for the default injector
 * @param revisions control planes side by side, by name; default one without a revision, which
 *     Istio calls {@code default}
 * @param tags second names of revisions; default none
 * @param follow the tag or revision that the store's namespaces follow; default {@code default}
 * @param networkPlugin whether an existing Istio has its network plugin (CNI); default true.
 *     Without it sidecars need rights that the restricted Pod Security level refuses, so the
 *     namespaces are privileged then
 * @param policyScope how far the strict policies reach; default the stack's own namespaces, or the
 *     whole mesh where the stack made the cluster
 * @param tracingProvider an extension provider that an existing Istio already has; null for none
 * @param proxy what each sidecar is given, in ambient mode each waypoint; default 50m CPU and
 *     128Mi, at most 1 CPU and 512Mi; of a waypoint 100m CPU and 128Mi, at most 2 CPUs and 1Gi
 */
@RecordBuilder
public record MeshSettings(
    @JsonPropertyDescription(
            "install: this stack brings Istio. existing: the cluster has one. Default: install.")
        Use use,
    @JsonPropertyDescription(
            "sidecar: a proxy in every pod. ambient: one on every node, and a waypoint for the"
                + " store. Default: sidecar.")
        MeshMode mode,
    @JsonPropertyDescription("Namespace of istiod. Default: istio-system.")
        @Pattern(regexp = Checks.DNS_LABEL)
        String namespace,
    @JsonPropertyDescription(
            "Revision of an existing Istio that injects by istio.io/rev. Default: the default"
                + " injector.")
        @Pattern(regexp = Checks.DNS_LABEL)
        String revision,
    @JsonPropertyDescription(
            "Control planes side by side, by name. Default: one without a revision, which is called"
                + " default.")
        Map<String, RevisionSettings> revisions,
    @JsonPropertyDescription("Revision tags: name of the tag to name of the revision.")
        Map<String, String> tags,
    @JsonPropertyDescription(
            "The tag or revision that the store's namespaces follow. Default: default, the control"
                + " plane without a revision.")
        String follow,
    @JsonPropertyDescription(
            "Whether an existing Istio has its network plugin (CNI). false: the store's namespaces"
                + " are privileged, because sidecars then need NET_ADMIN. Default: true.")
        Boolean networkPlugin,
    @JsonPropertyDescription(
            "How far strict mutual TLS and deny-by-default reach: namespaces (the store's and the"
                + " gateway's) or mesh (all of it, which then calls registered hosts only)."
                + " Default: namespaces in an existing cluster.")
        PolicyScope policyScope,
    @JsonPropertyDescription(
            "Extension provider for traces that an existing Istio already has. Default: none.")
        String tracingProvider,
    @JsonPropertyDescription(
            "Resources of each sidecar, in ambient mode of each waypoint. Default: requests cpu 50m"
                + " and memory 128Mi, limits cpu 1 and memory 512Mi; of a waypoint cpu 100m and"
                + " 128Mi, 2 and 1Gi.")
        ContainerResources proxy) {

  /** Istio's own default namespace. */
  public static final String ISTIO_SYSTEM = "istio-system";

  private static final String INSTALL_ONLY =
      "%s is only for mesh.use: install; mesh.revision says what to follow of an existing mesh."
          + " Remove it.";

  private static final ContainerResources SIDECAR =
      new ContainerResources(
          new Amounts(new Quantity("50m"), new Quantity("128Mi"), null),
          new Amounts(new Quantity("1"), new Quantity("512Mi"), null));

  private static final ContainerResources WAYPOINT =
      new ContainerResources(
          new Amounts(new Quantity("100m"), new Quantity("128Mi"), null),
          new Amounts(new Quantity("2"), new Quantity("1Gi"), null));

  /** Fills in the defaults that do not depend on the cluster; refuses names nothing can have. */
  public MeshSettings {
    use = or(use, Use.INSTALL);
    namespace = matching("namespace", or(namespace, ISTIO_SYSTEM), Checks.DNS_LABEL);
    optional("revision", revision, Checks.DNS_LABEL);
    revisions = Checks.sorted(or(revisions, ControlPlanes.ONE));
    tags = Checks.sorted(tags);
    follow = or(follow, ControlPlanes.DEFAULT);
    mode = or(mode, MeshMode.SIDECAR);
    proxy =
        or(proxy, ContainerResources.NONE).orElse(mode == MeshMode.AMBIENT ? WAYPOINT : SIDECAR);
    networkPlugin = or(networkPlugin, true);
  }

  /** An Istio of our own. */
  public static MeshSettings defaults() {
    return MeshSettingsBuilder.builder().build();
  }

  /** Whether pods have no sidecar. */
  public boolean ambient() {
    return mode == MeshMode.AMBIENT;
  }

  /** What requests pass in an ambient mesh; empty in another. */
  Optional<Waypoint> waypoint(Profile profile) {
    return ambient() ? Optional.of(new Waypoint(profile, proxy, revision)) : Optional.empty();
  }

  /** Who serves the mesh that this stack installs. */
  ControlPlanes controlPlanes() {
    return new ControlPlanes(revisions, tags, follow);
  }

  /** The versions of Istio's control plane that this stack installs; none of an existing mesh. */
  public Set<String> versions() {
    return use == Use.EXISTING
        ? Set.of()
        : revisions.values().stream()
            .map(RevisionSettings::version)
            .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * What does not work with the cluster's Kubernetes.
   *
   * @param kubernetes minor version; null where nobody knows
   */
  public List<Problem> problemsWith(String kubernetes) {
    return use == Use.EXISTING || kubernetes == null
        ? List.of()
        : controlPlanes().problemsWith(kubernetes);
  }

  /** Settings that only make sense for the other kind of mesh. */
  public List<Problem> problems() {
    boolean install = use == Use.INSTALL;
    return new Problems()
        .addIf(
            install && !namespace.equals(ISTIO_SYSTEM),
            "namespace",
            "\"%s\" is only for mesh.use: existing; this stack installs Istio into %s.",
            namespace,
            ISTIO_SYSTEM)
        .addIf(
            install && revision != null,
            "revision",
            "\"%s\" is only for mesh.use: existing; remove it.",
            revision)
        .addIf(
            install && tracingProvider != null,
            "tracingProvider",
            "\"%s\" is only for mesh.use: existing; this stack sets up its own. Remove it.",
            tracingProvider)
        .addIf(
            install && !networkPlugin,
            "networkPlugin",
            "false is only for mesh.use: existing; this stack installs the plugin. Remove it.")
        .addIf(
            !install && policyScope == PolicyScope.MESH,
            "policyScope",
            "\"mesh\" would change a mesh that is not this stack's (mesh.use: existing); use"
                + " \"namespaces\".")
        .addAll("proxy", proxy.problems())
        .addAll("", install ? controlPlanes().problems() : List.of())
        .addIf(
            install && ambient() && !controlPlanes().equals(ControlPlanes.plain()),
            "revisions",
            "%s are for mesh.mode: sidecar; the proxies on the nodes of an ambient mesh follow one"
                + " control plane, and are upgraded in place. Remove revisions, tags and follow.",
            revisions.keySet())
        .addIf(
            !install && ambient() && !networkPlugin,
            "networkPlugin",
            "false cannot be in an ambient mesh: the plugin is what leads pods to their proxy."
                + " Remove it.")
        .addIf(
            !install && !revisions.equals(ControlPlanes.ONE),
            "revisions",
            INSTALL_ONLY,
            revisions.keySet())
        .addIf(!install && !tags.isEmpty(), "tags", INSTALL_ONLY, tags.keySet())
        .addIf(!install && !follow.equals(ControlPlanes.DEFAULT), "follow", INSTALL_ONLY, follow)
        .list();
  }
}
