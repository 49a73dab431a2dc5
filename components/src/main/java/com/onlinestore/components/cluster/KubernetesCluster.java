package com.onlinestore.components.cluster;

/**
 * A cluster to put a store on; the one place where clouds differ.
 *
 * <p>Every object of the stack goes through {@link #provider()}; everything that depends on where
 * the cluster runs is a fact in {@link #facts()}.
 */
public interface KubernetesCluster {

  /** The stack's only Kubernetes provider. */
  KubernetesProvider provider();

  /** What the rest of the stack needs to know of this cluster. */
  ClusterFacts facts();
}
