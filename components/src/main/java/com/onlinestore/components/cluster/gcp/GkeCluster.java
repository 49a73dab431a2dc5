package com.onlinestore.components.cluster.gcp;

import static com.onlinestore.components.settings.Checks.matching;

import com.onlinestore.components.cluster.BucketRequest;
import com.onlinestore.components.cluster.CloudBucket;
import com.onlinestore.components.cluster.ClusterFacts;
import com.onlinestore.components.cluster.CostEstimate;
import com.onlinestore.components.cluster.Kubeconfig;
import com.onlinestore.components.cluster.KubernetesCluster;
import com.onlinestore.components.cluster.KubernetesProvider;
import com.onlinestore.components.cluster.ManagedCluster;
import com.onlinestore.components.cluster.WorkloadIdentity;
import com.onlinestore.components.settings.Problems;
import com.pulumi.core.Output;
import com.pulumi.gcp.compute.Firewall;
import com.pulumi.gcp.container.Cluster;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A regional cluster of Google Kubernetes Engine in a network of its own, with private nodes.
 *
 * <p>The project must have billing and the Service Usage API; the other APIs are enabled here.
 *
 * <pre>{@code
 * var cluster =
 *     new GkeCluster(
 *         "shop-dev",
 *         GkeSettings.defaults(),
 *         "acme-shop",
 *         "europe-west1",
 *         managed,
 *         ComponentResourceOptions.Empty);
 * }</pre>
 */
public final class GkeCluster extends ComponentResource implements KubernetesCluster {

  /** What it can be called: Google takes 40 characters, and its parts need some of their own. */
  public static final String NAME = GoogleNames.CLUSTER;

  private final GkeSettings settings;
  private final ManagedCluster managed;
  private final Map<String, NodePoolSettings> pools;
  private final Place place;
  private final Cluster cluster;
  private final List<Resource> foundation;
  private final Output<String> kubeconfig;
  private final KubernetesProvider provider;
  private final CloudBucket logs;

  /**
   * Makes the cluster.
   *
   * @param name of the cluster at Google, with which all its parts begin: at most 39 lower-case
   *     letters, digits and dashes
   * @param project id of a project of Google Cloud
   * @param region as in {@code us-central1}
   * @throws IllegalArgumentException where name, settings or access have problems
   */
  public GkeCluster(
      String name,
      GkeSettings settings,
      String project,
      String region,
      ManagedCluster managed,
      ComponentResourceOptions options) {
    super("online-store:cluster:GkeCluster", name, options);
    matching("name", name, GoogleNames.CLUSTER);
    Problems.refuse(
        name + ": the cluster's settings have problems",
        settings.problems(region, managed.profile()));
    Problems.refuse(name + ": the cluster's access has problems", managed.access().problems());
    this.settings = settings;
    this.managed = managed;
    this.pools = settings.nodePools(managed.profile());
    this.place = new Place(project, region, managed.tags(), managed.guarded());

    GoogleApis apis = apis(name);
    GkeNetwork network = network(name, apis);
    GkeEncryption encryption = encryption(name, apis);
    GkeNodeIdentity identity = identity(name, apis);
    GkeNodes nodes = new GkeNodes(identity.email(), managed.tags().labels());
    this.cluster = cluster(name, apis, network, encryption, identity, nodes);
    this.logs = managed.logs() == null ? null : bucket(name, managed.logs(), apis);
    Firewall webhooks = webhooks(name, network, identity);
    this.foundation = nodePools(name, nodes, webhooks);
    this.kubeconfig = managed.empty() ? null : kubeconfig(name);
    this.provider = managed.empty() ? null : provider(name);
    registerOutputs(Map.of("costEstimate", Output.of(cost().asMap())));
  }

  /** How a service account gets a role. */
  public static WorkloadIdentity identity() {
    return GkeFacts.IDENTITY;
  }

  @Override
  public KubernetesProvider provider() {
    if (provider == null) {
      throw new IllegalStateException("Nothing is put into a cluster that is to stay empty.");
    }
    return provider;
  }

  @Override
  public Optional<Output<String>> kubeconfig() {
    return Optional.ofNullable(kubeconfig);
  }

  @Override
  public ClusterFacts facts() {
    return GkeFacts.of(managed.profile(), settings.version());
  }

  @Override
  public List<Resource> foundation() {
    return foundation;
  }

  @Override
  public Optional<CloudBucket> logs() {
    return Optional.ofNullable(logs);
  }

  @Override
  public CostEstimate cost() {
    return GkeCosts.of(pools);
  }

  private GoogleApis apis(String name) {
    return new GoogleApis(
        name + "-apis", place.project(), settings.backup(managed.profile()), this);
  }

  private GkeNetwork network(String name, GoogleApis apis) {
    return new GkeNetwork(
        name + "-network", settings.network(), managed.profile(), place, apis.compute(), this);
  }

  private GkeEncryption encryption(String name, GoogleApis apis) {
    return new GkeEncryption(name + "-encryption", place, apis, this);
  }

  private GkeNodeIdentity identity(String name, GoogleApis apis) {
    return new GkeNodeIdentity(name + "-nodes", place, apis, this);
  }

  /** A second one finds neither a name nor address ranges before the first is gone. */
  private Cluster cluster(
      String name,
      GoogleApis apis,
      GkeNetwork network,
      GkeEncryption encryption,
      GkeNodeIdentity identity,
      GkeNodes nodes) {
    List<Resource> before = new ArrayList<>(apis.clusters());
    before.add(network.wayOut());
    before.add(encryption.granted());
    before.addAll(identity.granted());
    return new Cluster(
        name + "-cluster",
        new GkeControlPlane(settings, managed, place)
            .args(name, network, encryption.keyId(), nodes),
        CustomResourceOptions.builder()
            .parent(this)
            .dependsOn(before)
            .protect(place.protect())
            .deleteBeforeReplace(true)
            .ignoreChanges(GkeControlPlane.LEFT_ALONE)
            .build());
  }

  private CloudBucket bucket(String name, BucketRequest request, GoogleApis apis) {
    return new GkeBucket(name, request, place, apis, cluster, this).bucket();
  }

  private Firewall webhooks(String name, GkeNetwork network, GkeNodeIdentity identity) {
    return GkeWebhooks.open(
        name + "-webhooks",
        place,
        network.networkId(),
        settings.network().controlPlane(),
        identity.email(),
        CustomResourceOptions.builder().parent(this).build());
  }

  private List<Resource> nodePools(String name, GkeNodes nodes, Firewall webhooks) {
    List<Resource> made = new ArrayList<>();
    pools.forEach(
        (pool, poolSettings) ->
            made.add(
                GkeNodePool.create(
                    GoogleNames.pool(name, pool),
                    poolSettings,
                    settings.zoneCount(),
                    place,
                    cluster,
                    nodes,
                    CustomResourceOptions.builder().parent(this).dependsOn(webhooks))));
    return List.copyOf(made);
  }

  private Output<String> kubeconfig(String name) {
    return Output.tuple(cluster.endpoint(), cluster.masterAuth())
        .applyValue(
            made -> kubeconfig(name, made.t1, made.t2.clusterCaCertificate().orElseThrow()));
  }

  private KubernetesProvider provider(String name) {
    return new KubernetesProvider(
        name + "-provider",
        cluster.id(),
        kubeconfig,
        CustomResourceOptions.builder().parent(this).dependsOn(foundation));
  }

  private String kubeconfig(String name, String endpoint, String certificateAuthority) {
    String server = "https://" + endpoint;
    managed.check().reach(server, managed.access());
    return new Kubeconfig(
            name,
            server,
            certificateAuthority,
            managed.access().proxy(),
            "gke-gcloud-auth-plugin",
            List.of(),
            Map.of())
        .json();
  }
}
