package com.onlinestore.components.cluster.gcp;

import com.onlinestore.components.cluster.AccessSettings;
import com.onlinestore.components.cluster.ManagedCluster;
import com.onlinestore.components.settings.Profile;
import com.pulumi.core.Output;
import com.pulumi.gcp.container.ClusterArgs;
import com.pulumi.gcp.container.inputs.ClusterAddonsConfigArgs;
import com.pulumi.gcp.container.inputs.ClusterAddonsConfigGcePersistentDiskCsiDriverConfigArgs;
import com.pulumi.gcp.container.inputs.ClusterAddonsConfigGkeBackupAgentConfigArgs;
import com.pulumi.gcp.container.inputs.ClusterCostManagementConfigArgs;
import com.pulumi.gcp.container.inputs.ClusterDatabaseEncryptionArgs;
import com.pulumi.gcp.container.inputs.ClusterGatewayApiConfigArgs;
import com.pulumi.gcp.container.inputs.ClusterIpAllocationPolicyArgs;
import com.pulumi.gcp.container.inputs.ClusterLoggingConfigArgs;
import com.pulumi.gcp.container.inputs.ClusterMaintenancePolicyArgs;
import com.pulumi.gcp.container.inputs.ClusterMaintenancePolicyRecurringWindowArgs;
import com.pulumi.gcp.container.inputs.ClusterMasterAuthorizedNetworksConfigArgs;
import com.pulumi.gcp.container.inputs.ClusterMasterAuthorizedNetworksConfigCidrBlockArgs;
import com.pulumi.gcp.container.inputs.ClusterMonitoringConfigArgs;
import com.pulumi.gcp.container.inputs.ClusterMonitoringConfigManagedPrometheusArgs;
import com.pulumi.gcp.container.inputs.ClusterPrivateClusterConfigArgs;
import com.pulumi.gcp.container.inputs.ClusterReleaseChannelArgs;
import com.pulumi.gcp.container.inputs.ClusterWorkloadIdentityConfigArgs;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the control plane is told.
 *
 * @param settings of the stack file
 * @param managed what every cloud's cluster is told
 * @param place where it goes
 */
record GkeControlPlane(GkeSettings settings, ManagedCluster managed, Place place) {

  /**
   * What Google or the cluster's own life changes after the creation: the first pool goes at once,
   * the others are resources of their own.
   */
  static final List<String> LEFT_ALONE = List.of("initialNodeCount", "nodeConfig", "nodePools");

  /** The arguments of the cluster. */
  ClusterArgs args(String name, GkeNetwork network, Output<String> key, GkeNodes nodes) {
    ClusterArgs.Builder cluster =
        ClusterArgs.builder()
            .name(name)
            .project(place.project())
            .location(place.region())
            .network(network.networkId())
            .subnetwork(network.subnetId())
            .networkingMode("VPC_NATIVE")
            .ipAllocationPolicy(ranges())
            .datapathProvider("ADVANCED_DATAPATH")
            .privateClusterConfig(privateCluster())
            .masterAuthorizedNetworksConfig(authorized())
            .releaseChannel(
                ClusterReleaseChannelArgs.builder()
                    .channel(settings.releaseChannel().name())
                    .build())
            .maintenancePolicy(maintenance())
            .workloadIdentityConfig(
                ClusterWorkloadIdentityConfigArgs.builder()
                    .workloadPool(place.project() + ".svc.id.goog")
                    .build())
            .enableShieldedNodes(true)
            .databaseEncryption(
                ClusterDatabaseEncryptionArgs.builder().state("ENCRYPTED").keyName(key).build())
            .addonsConfig(addons())
            .loggingConfig(
                ClusterLoggingConfigArgs.builder()
                    .enableComponents("SYSTEM_COMPONENTS", "WORKLOADS")
                    .build())
            .monitoringConfig(monitoring())
            .costManagementConfig(ClusterCostManagementConfigArgs.builder().enabled(true).build())
            .gatewayApiConfig(
                ClusterGatewayApiConfigArgs.builder()
                    .channel(managed.gatewayApi() ? "CHANNEL_STANDARD" : "CHANNEL_DISABLED")
                    .build())
            .removeDefaultNodePool(true)
            .initialNodeCount(1)
            .nodeConfig(nodes.shortLived())
            .deletionProtection(managed.guarded())
            .resourceLabels(place.tags().labels());
    if (settings.version() != null) {
      cluster.minMasterVersion(settings.version());
    }
    if (!settings.zones().isEmpty()) {
      cluster.nodeLocations(settings.zones());
    }
    return cluster.build();
  }

  private static ClusterIpAllocationPolicyArgs ranges() {
    return ClusterIpAllocationPolicyArgs.builder()
        .clusterSecondaryRangeName(GkeNetwork.PODS)
        .servicesSecondaryRangeName(GkeNetwork.SERVICES)
        .build();
  }

  private ClusterPrivateClusterConfigArgs privateCluster() {
    return ClusterPrivateClusterConfigArgs.builder()
        .enablePrivateNodes(true)
        .enablePrivateEndpoint(!managed.access().isPublic())
        .masterIpv4CidrBlock(settings.network().controlPlane())
        .build();
  }

  /** Without ranges, the cluster's own subnet alone; without all of this, the whole internet. */
  private ClusterMasterAuthorizedNetworksConfigArgs authorized() {
    AccessSettings access = managed.access();
    return ClusterMasterAuthorizedNetworksConfigArgs.builder()
        .gcpPublicCidrsAccessEnabled(false)
        .cidrBlocks(
            Stream.concat(access.publicFrom().stream(), access.privateFrom().stream())
                .map(
                    range ->
                        ClusterMasterAuthorizedNetworksConfigCidrBlockArgs.builder()
                            .cidrBlock(range)
                            .build())
                .toList())
        .build();
  }

  private ClusterMaintenancePolicyArgs maintenance() {
    MaintenanceWindow window = settings.maintenanceWindow();
    return ClusterMaintenancePolicyArgs.builder()
        .recurringWindow(
            ClusterMaintenancePolicyRecurringWindowArgs.builder()
                .startTime(window.startTime())
                .endTime(window.endTime())
                .recurrence(window.recurrence())
                .build())
        .build();
  }

  private ClusterAddonsConfigArgs addons() {
    Profile profile = managed.profile();
    return ClusterAddonsConfigArgs.builder()
        .gcePersistentDiskCsiDriverConfig(
            ClusterAddonsConfigGcePersistentDiskCsiDriverConfigArgs.builder().enabled(true).build())
        .gkeBackupAgentConfig(
            ClusterAddonsConfigGkeBackupAgentConfigArgs.builder()
                .enabled(settings.backup(profile))
                .build())
        .build();
  }

  /** Google's own Prometheus is off: the store brings one, and each sample would be billed. */
  private static ClusterMonitoringConfigArgs monitoring() {
    return ClusterMonitoringConfigArgs.builder()
        .enableComponents("SYSTEM_COMPONENTS")
        .managedPrometheus(
            ClusterMonitoringConfigManagedPrometheusArgs.builder().enabled(false).build())
        .build();
  }
}
