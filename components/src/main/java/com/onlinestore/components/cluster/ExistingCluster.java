package com.onlinestore.components.cluster;

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
 * <p>The kubeconfig goes to the provider as a path, so the file's content never enters the state.
 */
public final class ExistingCluster extends ComponentResource implements KubernetesCluster {

  private final KubernetesProvider provider;
  private final ClusterFacts facts;

  /** Connects to the cluster that {@code settings} name. */
  public ExistingCluster(
      String name, ExistingClusterSettings settings, ComponentResourceOptions options) {
    super("online-store:cluster:ExistingCluster", name, options);
    Problems.refuse(name + ": the cluster's settings have problems", settings.problems());
    this.facts = settings.facts();
    this.provider =
        new KubernetesProvider(name + "-provider", settings.kubeconfig(), settings.context(), this);
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
