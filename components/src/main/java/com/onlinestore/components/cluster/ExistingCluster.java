package com.onlinestore.components.cluster;

import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A cluster that is already there: used, not taken over. Nothing of it is created or changed.
 *
 * <p>A kubeconfig file goes to the provider as a path, so its content never enters the state.
 *
 * <pre>{@code
 * var cluster =
 *     new ExistingCluster(
 *         "cluster", ExistingClusterSettings.defaults(), ComponentResourceOptions.Empty);
 * new StoreNamespace("store", store, 5.0, cluster.options());
 * }</pre>
 */
public final class ExistingCluster extends ComponentResource implements KubernetesCluster {

  private final KubernetesProvider provider;
  private final ClusterFacts facts;

  /** Connects to the cluster that {@code settings} name. */
  public ExistingCluster(
      String name, ExistingClusterSettings settings, ComponentResourceOptions options) {
    this(
        name,
        settings.kubeconfig() == null ? null : Output.of(settings.kubeconfig()),
        settings,
        settings.problems(),
        options);
  }

  /**
   * Connects to a cluster that another stack made.
   *
   * <p>The trap: the kubeconfig enters this stack's state. Those of {@code EksCluster} and {@code
   * GkeCluster} hold no secret; one that does must be a secret {@code Output}.
   *
   * @param kubeconfig the content of a kubeconfig, such as an output of that stack
   * @param settings the rest, without a kubeconfig of their own
   */
  public ExistingCluster(
      String name,
      Output<String> kubeconfig,
      ExistingClusterSettings settings,
      ComponentResourceOptions options) {
    this(
        name,
        kubeconfig,
        settings,
        new Problems()
            .addAll("", settings.problems())
            .addIf(
                settings.kubeconfig() != null,
                "kubeconfig",
                "\"%s\" contradicts the content that is given besides; remove one of them.",
                settings.kubeconfig())
            .list(),
        options);
  }

  private ExistingCluster(
      String name,
      Output<String> kubeconfig,
      ExistingClusterSettings settings,
      List<Problem> problems,
      ComponentResourceOptions options) {
    super("online-store:cluster:ExistingCluster", name, options);
    Problems.refuse(name + ": the cluster's settings have problems", problems);
    this.facts = settings.facts();
    this.provider =
        new KubernetesProvider(name + "-provider", kubeconfig, settings.context(), this);
    registerOutputs(Map.of());
  }

  @Override
  public KubernetesProvider provider() {
    return provider;
  }

  @Override
  public Optional<Output<String>> kubeconfig() {
    return Optional.empty();
  }

  @Override
  public ClusterFacts facts() {
    return facts;
  }

  @Override
  public List<Resource> foundation() {
    return List.of();
  }

  @Override
  public Optional<CloudBucket> logs() {
    return Optional.empty();
  }

  @Override
  public CostEstimate cost() {
    return CostEstimate.NONE;
  }
}
