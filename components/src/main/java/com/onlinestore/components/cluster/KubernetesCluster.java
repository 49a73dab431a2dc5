package com.onlinestore.components.cluster;

import com.pulumi.kubernetes.Provider;

/**
 * A cluster to put a store on; the one place where clouds differ.
 *
 * <p>Every object of the stack goes through {@link #provider()}; everything that depends on where
 * the cluster runs is a fact in {@link #facts()}.
 */
public interface KubernetesCluster {

  /** The stack's only Kubernetes provider. */
  Provider provider();

  /** What the rest of the stack needs to know of this cluster. */
  ClusterFacts facts();
}
