package com.onlinestore.components.cluster.gcp;

import com.onlinestore.components.cluster.Taint;
import com.pulumi.core.Output;
import com.pulumi.gcp.container.inputs.ClusterNodeConfigArgs;
import com.pulumi.gcp.container.inputs.ClusterNodeConfigShieldedInstanceConfigArgs;
import com.pulumi.gcp.container.inputs.ClusterNodeConfigWorkloadMetadataConfigArgs;
import com.pulumi.gcp.container.inputs.NodePoolNodeConfigArgs;
import com.pulumi.gcp.container.inputs.NodePoolNodeConfigShieldedInstanceConfigArgs;
import com.pulumi.gcp.container.inputs.NodePoolNodeConfigTaintArgs;
import com.pulumi.gcp.container.inputs.NodePoolNodeConfigWorkloadMetadataConfigArgs;
import java.util.Map;

/**
 * What nodes are made of.
 *
 * @param account email of the service account as which they run
 * @param labels that Google's lists and bills show
 */
record GkeNodes(Output<String> account, Map<String, String> labels) {

  /** What a node's account may do is said by its roles alone, not by scopes as well. */
  private static final String SCOPE = "https://www.googleapis.com/auth/cloud-platform";

  private static final String IMAGE = "COS_CONTAINERD";

  /** Pods get tokens of their own instead of the node's. */
  private static final String METADATA = "GKE_METADATA";

  private static final Map<String, String> NO_LEGACY = Map.of("disable-legacy-endpoints", "true");

  private static final int SMALLEST_DISK = 20;

  /** Nodes of a pool. */
  NodePoolNodeConfigArgs of(NodePoolSettings pool) {
    return NodePoolNodeConfigArgs.builder()
        .machineType(pool.machineType())
        .spot(pool.spot())
        .diskSizeGb(pool.diskSize())
        .diskType(pool.bootDisk())
        .imageType(IMAGE)
        .labels(pool.labels())
        .taints(pool.taints().stream().map(GkeNodes::taint).toList())
        .resourceLabels(labels)
        .serviceAccount(account)
        .oauthScopes(SCOPE)
        .metadata(NO_LEGACY)
        .shieldedInstanceConfig(
            NodePoolNodeConfigShieldedInstanceConfigArgs.builder()
                .enableSecureBoot(true)
                .enableIntegrityMonitoring(true)
                .build())
        .workloadMetadataConfig(
            NodePoolNodeConfigWorkloadMetadataConfigArgs.builder().mode(METADATA).build())
        .build();
  }

  /** Nodes that GKE makes with the cluster and that go at once; they must obey policies, too. */
  ClusterNodeConfigArgs shortLived() {
    return ClusterNodeConfigArgs.builder()
        .machineType("e2-medium")
        .diskSizeGb(SMALLEST_DISK)
        .imageType(IMAGE)
        .resourceLabels(labels)
        .serviceAccount(account)
        .oauthScopes(SCOPE)
        .metadata(NO_LEGACY)
        .shieldedInstanceConfig(
            ClusterNodeConfigShieldedInstanceConfigArgs.builder()
                .enableSecureBoot(true)
                .enableIntegrityMonitoring(true)
                .build())
        .workloadMetadataConfig(
            ClusterNodeConfigWorkloadMetadataConfigArgs.builder().mode(METADATA).build())
        .build();
  }

  private static NodePoolNodeConfigTaintArgs taint(Taint taint) {
    return NodePoolNodeConfigTaintArgs.builder()
        .key(taint.key())
        .value(taint.value())
        .effect(taint.effect().name())
        .build();
  }
}
