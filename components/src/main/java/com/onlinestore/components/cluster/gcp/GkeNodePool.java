package com.onlinestore.components.cluster.gcp;

import com.pulumi.gcp.container.Cluster;
import com.pulumi.gcp.container.NodePool;
import com.pulumi.gcp.container.NodePoolArgs;
import com.pulumi.gcp.container.inputs.NodePoolAutoscalingArgs;
import com.pulumi.gcp.container.inputs.NodePoolManagementArgs;
import com.pulumi.gcp.container.inputs.NodePoolUpgradeSettingsArgs;
import com.pulumi.resources.CustomResourceOptions.Builder;

/**
 * A pool of nodes.
 *
 * <p>Pulumi gives it a name of its own each time, so that one that must be replaced is there before
 * the old one goes. For the same reason it is never protected: it holds nothing.
 */
final class GkeNodePool {

  private GkeNodePool() {}

  /**
   * Makes the pool.
   *
   * @param zones how many zones its nodes are in
   * @param options parent and what must stand before it
   */
  static NodePool create(
      String name,
      NodePoolSettings pool,
      int zones,
      Place place,
      Cluster cluster,
      GkeNodes nodes,
      Builder options) {
    NodePoolArgs args =
        NodePoolArgs.builder()
            .project(place.project())
            .location(place.region())
            .cluster(cluster.name())
            .initialNodeCount(initial(pool, zones))
            .autoscaling(autoscaling(pool))
            .management(NodePoolManagementArgs.builder().autoRepair(true).autoUpgrade(true).build())
            .upgradeSettings(
                NodePoolUpgradeSettingsArgs.builder()
                    .strategy("SURGE")
                    .maxSurge(pool.maxSurge())
                    .maxUnavailable(pool.maxUnavailable())
                    .build())
            .nodeConfig(nodes.of(pool))
            .build();
    return new NodePool(
        name, args, options.protect(false).ignoreChanges("initialNodeCount", "nodeCount").build());
  }

  /** Nodes that each zone begins with: enough for the minimum, and none too many. */
  static int initial(NodePoolSettings pool, int zones) {
    int enough = (pool.min() + zones - 1) / zones;
    return Math.min(enough, pool.max() / zones);
  }

  private static NodePoolAutoscalingArgs autoscaling(NodePoolSettings pool) {
    return NodePoolAutoscalingArgs.builder()
        .totalMinNodeCount(pool.min())
        .totalMaxNodeCount(pool.max())
        .locationPolicy(pool.spot() ? "ANY" : "BALANCED")
        .build();
  }
}
