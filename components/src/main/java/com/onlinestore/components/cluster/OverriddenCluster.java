package com.onlinestore.components.cluster;

import com.onlinestore.components.kubernetes.Overrides;
import com.pulumi.resources.ComponentResourceOptions;

/**
 * A cluster on which some of what is generated gets another word.
 *
 * @param cluster the cluster itself, which nothing of this changes
 */
public record OverriddenCluster(KubernetesCluster cluster, Overrides overrides)
    implements ClusterView {

  @Override
  public ComponentResourceOptions options() {
    return ComponentResourceOptions.merge(
        cluster.options(),
        ComponentResourceOptions.builder().resourceTransformations(overrides).build());
  }
}
