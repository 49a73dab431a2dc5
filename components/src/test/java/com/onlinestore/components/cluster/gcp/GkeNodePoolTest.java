package com.onlinestore.components.cluster.gcp;

import static com.onlinestore.components.Yaml.assertYaml;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Recording;
import com.onlinestore.components.Registered;
import com.onlinestore.components.Yaml;
import com.pulumi.core.Output;
import com.pulumi.gcp.container.Cluster;
import com.pulumi.gcp.container.ClusterArgs;
import com.pulumi.resources.CustomResourceOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GkeNodePoolTest {

  @Test
  void everySettingReachesThePool() {
    Registered pool =
        pool(
            """
            machineType: c4a-standard-8
            spot: true
            min: 0
            max: 12
            diskSize: 200
            labels: {tier: web}
            taints: [{key: acme.com/batch, value: "yes", effect: NoExecute}]
            maxSurge: 2
            maxUnavailable: 3
            """);

    assertThat(pool.type()).isEqualTo("gcp:container/nodePool:NodePool");
    assertYaml(
        pool.inputs(),
        "",
        """
        project: acme-prod
        location: us-central1
        cluster: shop
        initialNodeCount: 0
        autoscaling: {totalMinNodeCount: 0, totalMaxNodeCount: 12, locationPolicy: ANY}
        management: {autoRepair: true, autoUpgrade: true}
        upgradeSettings: {strategy: SURGE, maxSurge: 2, maxUnavailable: 3}
        nodeConfig:
          machineType: c4a-standard-8
          spot: true
          diskSizeGb: 200
          diskType: hyperdisk-balanced
          imageType: COS_CONTAINERD
          labels: {tier: web}
          taints: [{key: acme.com/batch, value: "yes", effect: NO_EXECUTE}]
          resourceLabels: %s
          serviceAccount: nodes@acme.iam.gserviceaccount.com
          oauthScopes: ["https://www.googleapis.com/auth/cloud-platform"]
          metadata: {disable-legacy-endpoints: "true"}
          shieldedInstanceConfig: {enableSecureBoot: true, enableIntegrityMonitoring: true}
          workloadMetadataConfig: {mode: GKE_METADATA}
        """
            .formatted(GoogleCloud.LABELS));
  }

  @Test
  void onDemandNodesOnPersistentDisksAreSpreadEvenly() {
    Registered pool = pool("machineType: n2d-standard-4");

    assertYaml(pool.inputs(), "/autoscaling/locationPolicy", "BALANCED");
    assertYaml(pool.inputs(), "/nodeConfig/diskType", "pd-balanced");
    assertYaml(pool.inputs(), "/nodeConfig/spot", "false");
  }

  @Test
  void theAutoscalerAloneCountsNodes() {
    assertThat(pool("machineType: n2d-standard-4").ignoreChanges())
        .containsExactly("initialNodeCount", "nodeCount");
  }

  @ParameterizedTest
  @CsvSource({"3,9,3,1", "1,4,3,1", "4,9,3,2", "4,5,3,1", "1,2,3,0", "0,9,3,0", "5,9,1,5"})
  void beginsWithTheMinimumAndNeverWithMoreThanTheMaximum(
      int min, int max, int zones, int expected) {
    assertThat(GkeNodePool.initial(NodePoolSettings.of("e2-standard-4", min, max), zones))
        .isEqualTo(expected);
  }

  private static Registered pool(String yaml) {
    GkeNodes nodes =
        new GkeNodes(Output.of("nodes@acme.iam.gserviceaccount.com"), GoogleCloud.TAGS.labels());
    return Recording.of(
            new GoogleCloud(),
            () ->
                GkeNodePool.create(
                    "pool",
                    Yaml.read(NodePoolSettings.class, yaml),
                    3,
                    GoogleCloud.PLACE,
                    new Cluster("shop", ClusterArgs.builder().build()),
                    nodes,
                    CustomResourceOptions.builder()))
        .get("pool");
  }
}
