package com.onlinestore.components.cluster;

import com.onlinestore.components.kubernetes.Overrides;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.Optional;

/**
 * A cluster on which some of what is generated gets another word.
 *
 * @param cluster the cluster itself, which nothing of this changes
 */
public record OverriddenCluster(KubernetesCluster cluster, Overrides overrides)
    implements KubernetesCluster {

  @Override
  public KubernetesProvider provider() {
    return cluster.provider();
  }

  @Override
  public Optional<Output<String>> kubeconfig() {
    return cluster.kubeconfig();
  }

  @Override
  public ClusterFacts facts() {
    return cluster.facts();
  }

  @Override
  public List<Resource> foundation() {
    return cluster.foundation();
  }

  @Override
  public Optional<CloudBucket> logs() {
    return cluster.logs();
  }

  @Override
  public CostEstimate cost() {
    return cluster.cost();
  }

  @Override
  public ComponentResourceOptions options() {
    return ComponentResourceOptions.merge(
        cluster.options(),
        ComponentResourceOptions.builder().resourceTransformations(overrides).build());
  }
}
