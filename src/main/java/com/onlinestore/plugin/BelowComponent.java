package com.onlinestore.plugin;

import com.onlinestore.components.cluster.ClusterView;
import com.onlinestore.components.cluster.KubernetesCluster;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.stream.Stream;

/**
 * A cluster on which everything is put below a component, once that has what it waits for.
 *
 * @param cluster itself
 * @param component above everything
 * @param before what must stand first
 */
record BelowComponent(KubernetesCluster cluster, Resource component, List<Resource> before)
    implements ClusterView {

  @Override
  public List<Resource> foundation() {
    return Stream.concat(cluster.foundation().stream(), before.stream()).toList();
  }

  @Override
  public ComponentResourceOptions options() {
    return ComponentResourceOptions.merge(
        ClusterView.super.options(), ComponentResourceOptions.builder().parent(component).build());
  }
}
