package com.onlinestore.plugin;

import com.onlinestore.components.cluster.CloudBucket;
import com.onlinestore.components.cluster.ClusterFacts;
import com.onlinestore.components.cluster.CostEstimate;
import com.onlinestore.components.cluster.KubernetesCluster;
import com.onlinestore.components.cluster.KubernetesProvider;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A cluster on which everything is put below a component, once that has what it waits for.
 *
 * @param cluster itself
 * @param component above everything
 * @param before what must stand first
 */
record BelowComponent(KubernetesCluster cluster, Resource component, List<Resource> before)
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
    return Stream.concat(cluster.foundation().stream(), before.stream()).toList();
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
        KubernetesCluster.super.options(),
        ComponentResourceOptions.builder().parent(component).build());
  }
}
