package com.onlinestore.components.cluster;

import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.Optional;

/**
 * A cluster to put a store on; the one place where clouds differ.
 *
 * <p>Every object of the stack goes through {@link #provider()}; everything that depends on where
 * the cluster runs is a fact in {@link #facts()}.
 */
public interface KubernetesCluster {

  /** The stack's only Kubernetes provider. */
  KubernetesProvider provider();

  /** How a person reaches a cluster that this stack makes, without a secret; empty for others. */
  Optional<Output<String>> kubeconfig();

  /** What the rest of the stack needs to know of this cluster. */
  ClusterFacts facts();

  /**
   * What must stand before anything else is put into the cluster, and must go after it: a load
   * balancer or a volume is only cleaned up while its controller runs.
   */
  List<Resource> foundation();

  /** The bucket for logs that was asked for and made with the cluster; empty for none. */
  Optional<CloudBucket> logs();

  /** What this cluster costs the stack. */
  CostEstimate cost();

  /** Options for a component that is put on this cluster. */
  default ComponentResourceOptions options() {
    return ComponentResourceOptions.builder()
        .providers(provider())
        .resourceTransformations(new AfterFoundation(foundation()))
        .build();
  }
}
