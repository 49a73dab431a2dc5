package com.onlinestore.components.cluster.aws;

import static com.onlinestore.components.Yaml.assertYaml;
import static com.onlinestore.components.cluster.aws.AmazonCloud.YAML;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Recording;
import com.onlinestore.components.Registered;
import com.onlinestore.components.Yaml;
import com.onlinestore.components.cluster.BucketRequest;
import com.onlinestore.components.cluster.CloudBucket;
import com.onlinestore.components.cluster.ManagedCluster;
import com.onlinestore.components.cluster.ManagedClusterBuilder;
import com.pulumi.resources.Resource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class EksBucketTest {

  private static final ManagedCluster ASKED =
      ManagedClusterBuilder.builder(AmazonCloud.PROD)
          .empty(true)
          .logs(new BucketRequest("logs", 21, "monitoring", "loki"))
          .build();

  private final AtomicReference<CloudBucket> bucket = new AtomicReference<>();
  private final Recording recording =
      Recording.of(
          new AmazonCloud(),
          () -> bucket.set(AmazonCloud.cluster("shop", "", ASKED).logs().orElseThrow()));

  /** It comes with the cluster and not with what is put into it, so an empty one has it, too. */
  @Test
  void isABucketWithWhatKeepsItPrivateAndARole() {
    assertThat(recording.get("shop-logs-bucket").type())
        .isEqualTo("online-store:cluster:EksBucket");
    assertThat(recording.childrenOf("shop-logs-bucket"))
        .containsExactlyInAnyOrder(
            "aws:s3/bucketV2:BucketV2 shop-logs",
            "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock shop-logs-private",
            "aws:s3/bucketPolicy:BucketPolicy shop-logs-policy",
            "aws:s3/bucketOwnershipControls:BucketOwnershipControls shop-logs-ownership",
            "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2"
                + " shop-logs-encryption",
            "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2 shop-logs-expiry",
            "online-store:cluster:PodRole shop-loki-identity");
  }

  @Test
  void nobodyReachesItFromOutsideOrUnencrypted() {
    assertYaml(recording.get("shop-logs").inputs(), "", "{tags: {%s}}".formatted(YAML));
    assertYaml(
        recording.get("shop-logs-private").inputs(),
        "",
        """
        bucket: shop-logs-id
        blockPublicAcls: true
        blockPublicPolicy: true
        ignorePublicAcls: true
        restrictPublicBuckets: true
        """);
    assertYaml(
        recording.get("shop-logs-ownership").inputs(),
        "",
        "{bucket: shop-logs-id, rule: {objectOwnership: BucketOwnerEnforced}}");
    assertYaml(
        recording.get("shop-logs-encryption").inputs(),
        "",
        """
        bucket: shop-logs-id
        rules: [{applyServerSideEncryptionByDefault: {sseAlgorithm: AES256}}]
        """);
    assertThat(recording.get("shop-logs-policy").inputs()).containsEntry("bucket", "shop-logs-id");
    assertYaml(
        policy("shop-logs-policy"),
        "/Statement",
        """
        - Sid: EncryptedAlone
          Effect: Deny
          Principal: {AWS: "*"}
          Action: ["s3:*"]
          Resource: ["arn:of:shop-logs", "arn:of:shop-logs/*"]
          Condition: {Bool: {"aws:SecureTransport": "false"}}
        """);
  }

  @Test
  void whatLokiForgotIsDeletedInTime() {
    assertYaml(
        recording.get("shop-logs-expiry").inputs(),
        "",
        """
        bucket: shop-logs-id
        rules:
        - id: expiry
          status: Enabled
          filter: {prefix: ""}
          expiration: {days: 21}
          abortIncompleteMultipartUpload: {daysAfterInitiation: 1}
        """);
  }

  @Test
  void onlyThePodsOfOneServiceAccountMayUseIt() {
    assertThat(recording.childrenOf("shop-loki-identity"))
        .containsExactlyInAnyOrder(
            "aws:iam/role:Role shop-loki",
            "aws:iam/rolePolicy:RolePolicy shop-loki-rights",
            "aws:eks/podIdentityAssociation:PodIdentityAssociation shop-loki-association");
    assertThat(recording.get("shop-loki").inputs())
        .containsEntry(
            "assumeRolePolicy",
            new Trust(RoleArn.of(AmazonCloud.DEPLOYER))
                .pods(
                    "arn:aws:eks:eu-west-1:111122223333:cluster/shop-1a2b3c4",
                    "monitoring",
                    "loki"));
    assertThat(recording.get("shop-loki-rights").inputs())
        .containsEntry("policy", Rights.bucket("arn:of:shop-logs"));
    assertYaml(
        recording.get("shop-loki-association").inputs(),
        "",
        """
        clusterName: shop-1a2b3c4
        namespace: monitoring
        serviceAccount: loki
        roleArn: arn:of:shop-loki
        tags: {%s}
        """
            .formatted(YAML));
  }

  /** What keeps it private and empties it must stay with it. */
  @Test
  void aDestroyLeavesTheBucketAsItIs() {
    assertThat(recording.resources())
        .filteredOn(Registered::retained)
        .extracting(Registered::name)
        .containsExactlyInAnyOrder(
            "shop-logs",
            "shop-logs-private",
            "shop-logs-policy",
            "shop-logs-ownership",
            "shop-logs-encryption",
            "shop-logs-expiry");
    assertThat(recording.get("shop-logs").protect()).isFalse();
  }

  @Test
  void itsUsersWaitUntilItIsPrivateAndTheirRightsAreThere() {
    assertThat(bucket.get().kind()).isEqualTo(CloudBucket.Kind.S3);
    assertThat(bucket.get().region()).isEqualTo("eu-west-1");
    assertThat(bucket.get().annotations()).isEmpty();
    assertThat(bucket.get().ready())
        .extracting(Resource::pulumiResourceName)
        .containsExactlyInAnyOrder(
            "shop-logs-policy",
            "shop-logs-ownership",
            "shop-logs-encryption",
            "shop-logs-expiry",
            "shop-loki-rights",
            "shop-loki-association");
    assertThat(recording.get("shop-logs-policy").dependencies())
        .containsExactly("shop-logs", "shop-logs-private");
    assertThat(recording.get("shop-logs-ownership").dependencies())
        .containsExactly("shop-logs", "shop-logs-policy");
  }

  @Test
  void nobodyAskedNobodyGotOne() {
    assertThat(Clusters.PROD.resources()).noneMatch(each -> each.type().startsWith("aws:s3/"));
  }

  private Map<?, ?> policy(String name) {
    return Yaml.read(Map.class, (String) recording.get(name).inputs().get("policy"));
  }
}
