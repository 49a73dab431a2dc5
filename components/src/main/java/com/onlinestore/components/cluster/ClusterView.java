package com.onlinestore.components.cluster;

import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.Optional;

/**
 * A cluster as another one shows it: the same, but for what is said anew.
 *
 * <p>The trap: {@link #options()} are made of this view's own parts and not of the other's options.
 */
public interface ClusterView extends KubernetesCluster {

  /** The cluster itself, which nothing of this changes. */
  KubernetesCluster cluster();

  @Override
  default KubernetesProvider provider() {
    return cluster().provider();
  }

  @Override
  default Optional<Output<String>> kubeconfig() {
    return cluster().kubeconfig();
  }

  @Override
  default ClusterFacts facts() {
    return cluster().facts();
  }

  @Override
  default List<Resource> foundation() {
    return cluster().foundation();
  }

  @Override
  default Optional<CloudBucket> logs() {
    return cluster().logs();
  }

  @Override
  default CostEstimate cost() {
    return cluster().cost();
  }
}
