package com.onlinestore.components.cluster.aws;

import static com.onlinestore.components.settings.Checks.matching;

import com.onlinestore.components.cluster.CloudBucket;
import com.onlinestore.components.cluster.ClusterFacts;
import com.onlinestore.components.cluster.CostEstimate;
import com.onlinestore.components.cluster.Kubeconfig;
import com.onlinestore.components.cluster.KubernetesCluster;
import com.onlinestore.components.cluster.KubernetesProvider;
import com.onlinestore.components.cluster.ManagedCluster;
import com.onlinestore.components.cluster.WorkloadIdentity;
import com.onlinestore.components.settings.Problems;
import com.pulumi.aws.eks.Cluster;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A cluster of Amazon's Elastic Kubernetes Service in a network of its own, ready for a store.
 *
 * <p>It comes up in the order of this constructor, is updated in it, and goes in its reverse: what
 * acts on AWS for the cluster must outlive what it acts for.
 *
 * <pre>{@code
 * var cluster =
 *     new EksCluster(
 *         "shop-dev",
 *         EksSettingsBuilder.builder()
 *             .deployer("arn:aws:iam::111122223333:role/deployer")
 *             .build(),
 *         "eu-west-1",
 *         managed,
 *         ComponentResourceOptions.Empty);
 * }</pre>
 */
public final class EksCluster extends ComponentResource implements KubernetesCluster {

  /**
   * What it can be called: the roles of its parts begin with its name, end with letters of Pulumi,
   * and have at most 64 characters.
   */
  public static final String NAME = "^[a-z]([a-z0-9-]{0,25}[a-z0-9])?$";

  private final AwsPlace place;
  private final EksSettings settings;
  private final ManagedCluster managed;
  private final Output<String> kubeconfig;
  private final KubernetesProvider provider;
  private final List<Resource> foundation;
  private final CloudBucket logs;

  /**
   * Makes the cluster.
   *
   * @param name with which all its parts begin, in Pulumi and in AWS; at most 27 lower-case
   *     letters, digits and dashes
   * @param region as in {@code eu-west-1}, the one of the stack's AWS provider
   */
  public EksCluster(
      String name,
      EksSettings settings,
      String region,
      ManagedCluster managed,
      ComponentResourceOptions options) {
    super("online-store:cluster:EksCluster", name, options);
    matching("name", name, NAME);
    Problems.refuse(
        name + ": the cluster's settings have problems",
        settings.problems(region, managed.profile()));
    Problems.refuse(name + ": the cluster's access has problems", managed.access().problems());
    this.place =
        new AwsPlace(
            name,
            RoleArn.of(settings.deployer()),
            region,
            managed.profile(),
            managed.tags(),
            managed.guarded());
    this.settings = settings;
    this.managed = managed;

    EksNetwork network =
        new EksNetwork(
            place, settings.network(), settings.logRetentionIn(managed.profile()), child());
    EksControlPlane controlPlane =
        new EksControlPlane(place, settings, managed.access(), network, child());
    Cluster cluster = controlPlane.cluster();
    EksAddons addons = new EksAddons(place, settings, cluster.name(), this);
    EksNodes nodes =
        new EksNodes(place, settings, network, cluster, addons.beforeNodes(cluster), child());
    Map<EksAddon, Resource> onNodes = addons.onNodes(nodes.groups());
    this.logs =
        managed.logs() == null
            ? null
            : new EksBucket(place, managed.logs(), cluster.name(), this).bucket();
    if (managed.empty()) {
      this.kubeconfig = null;
      this.provider = null;
      this.foundation = List.copyOf(onNodes.values());
    } else {
      this.kubeconfig = kubeconfig(cluster);
      this.provider = provider(cluster, controlPlane.admissions());
      this.foundation =
          new EksControllers(
                  place,
                  managed.mirrors(),
                  cluster.name(),
                  network.vpcId(),
                  onNodes,
                  ComponentResourceOptions.builder().parent(this).providers(provider).build())
              .all();
    }
    registerOutputs(Map.of("costEstimate", Output.of(cost().asMap())));
  }

  /** How a service account of a cluster in {@code region} gets a role. */
  public static WorkloadIdentity identity(String region) {
    return EksFacts.identity(region);
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
    return EksFacts.of(place, settings.version());
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
    return EksCosts.of(settings, managed.profile());
  }

  private KubernetesProvider provider(Cluster cluster, List<Resource> admissions) {
    return new KubernetesProvider(
        place.name() + "-provider",
        cluster.endpoint(),
        kubeconfig,
        CustomResourceOptions.builder().parent(this).dependsOn(admissions));
  }

  private Output<String> kubeconfig(Cluster cluster) {
    return Output.tuple(cluster.name(), cluster.endpoint(), cluster.certificateAuthority())
        .applyValue(
            of -> {
              managed.check().reach(of.t2, managed.access());
              return new Kubeconfig(
                      of.t1,
                      of.t2,
                      of.t3.data().orElseThrow(),
                      managed.access().proxy(),
                      "aws",
                      tokenArguments(of.t1),
                      tokenEnvironment())
                  .json();
            });
  }

  private List<String> tokenArguments(String cluster) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--region",
                place.region(),
                "eks",
                "get-token",
                "--cluster-name",
                cluster,
                "--output",
                "json"));
    if (settings.role() != null) {
      arguments.addAll(List.of("--role-arn", settings.role()));
    }
    return arguments;
  }

  private Map<String, String> tokenEnvironment() {
    Map<String, String> environment = new TreeMap<>();
    if (settings.profile() != null) {
      environment.put("AWS_PROFILE", settings.profile());
    }
    return environment;
  }

  private ComponentResourceOptions child() {
    return ComponentResourceOptions.builder().parent(this).build();
  }
}
