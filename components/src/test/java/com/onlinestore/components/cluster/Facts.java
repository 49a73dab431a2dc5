package com.onlinestore.components.cluster;

import java.util.Map;

/** Clusters to test on. */
public final class Facts {

  /** Somebody else's cluster with load balancers. */
  public static final ClusterFacts SHARED = ExistingClusterSettings.defaults().facts();

  /** A cluster that the stack made. */
  public static final ClusterFacts OWNED =
      ClusterFactsBuilder.builder(SHARED).ownedByStack(true).build();

  /** kind and minikube. */
  public static final ClusterFacts WITHOUT_LOAD_BALANCER =
      ClusterFactsBuilder.builder(SHARED).loadBalancers(false).build();

  /** Everything said. */
  public static final ClusterFacts SPECIAL =
      new ClusterFacts(
          true,
          Map.of("lb/type", "nlb"),
          Map.of("lb/scheme", "internal"),
          "fast",
          "gke",
          true,
          true,
          "1.35",
          null,
          false);

  private Facts() {}
}
