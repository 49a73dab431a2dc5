package com.onlinestore.components.cluster.gcp;

import static com.onlinestore.components.Recording.TOP;
import static com.onlinestore.components.Yaml.assertYaml;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Recording;
import com.onlinestore.components.Registered;
import com.onlinestore.components.cluster.BucketRequest;
import com.onlinestore.components.cluster.CloudBucket;
import com.onlinestore.components.cluster.ManagedCluster;
import com.onlinestore.components.cluster.ManagedClusterBuilder;
import com.pulumi.resources.Resource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class GkeBucketTest {

  private static final ManagedCluster ASKED =
      ManagedClusterBuilder.builder(GoogleCloud.PROD)
          .empty(true)
          .logs(new BucketRequest("logs", 21, "monitoring", "loki"))
          .build();
  private static final String ACCOUNT = GoogleNames.account("shop-loki", "online-store/gke");

  private final AtomicReference<CloudBucket> bucket = new AtomicReference<>();
  private final Recording recording =
      Recording.of(
          new GoogleCloud(),
          () ->
              bucket.set(
                  new GkeCluster(
                          "shop",
                          GkeSettings.defaults(),
                          GoogleCloud.PROJECT,
                          GoogleCloud.REGION,
                          ASKED,
                          TOP)
                      .logs()
                      .orElseThrow()));

  /** It comes with the cluster and not with what is put into it, so an empty one has it, too. */
  @Test
  void isABucketAnAccountAndTheApisOfBoth() {
    assertThat(recording.get("shop-logs-bucket").type())
        .isEqualTo("online-store:cluster:GkeBucket");
    assertThat(recording.childrenOf("shop-logs-bucket"))
        .containsExactlyInAnyOrder(
            "gcp:storage/bucket:Bucket shop-logs",
            "gcp:serviceaccount/account:Account shop-logs-account",
            "gcp:storage/bucketIAMMember:BucketIAMMember shop-logs-rights",
            "gcp:serviceaccount/iAMMember:IAMMember shop-logs-identity",
            "gcp:projects/service:Service shop-logs-storage",
            "gcp:projects/service:Service shop-logs-iamcredentials");
  }

  @Test
  void theBucketIsPrivateNearTheClusterAndEmptiedInTime() {
    assertYaml(
        recording.get("shop-logs").inputs(),
        "",
        """
        project: acme-prod
        location: US-CENTRAL1
        uniformBucketLevelAccess: true
        publicAccessPrevention: enforced
        lifecycleRules:
        - {action: {type: Delete}, condition: {age: 21}}
        - {action: {type: AbortIncompleteMultipartUpload}, condition: {age: 1}}
        labels: %s
        """
            .formatted(GoogleCloud.LABELS));
    assertThat(recording.get("shop-logs").dependencies()).containsExactly("shop-logs-storage");
  }

  @Test
  void onlyThePodsOfOneServiceAccountMayUseIt() {
    assertYaml(
        recording.get("shop-logs-account").inputs(),
        "",
        "{project: acme-prod, accountId: %s, displayName: loki of shop}".formatted(ACCOUNT));
    assertYaml(
        recording.get("shop-logs-rights").inputs(),
        "",
        """
        bucket: shop-logs
        role: roles/storage.objectUser
        member: serviceAccount:%s@acme.iam.gserviceaccount.com
        """
            .formatted(ACCOUNT));
    assertYaml(
        recording.get("shop-logs-identity").inputs(),
        "",
        """
        serviceAccountId: shop-logs-account
        role: roles/iam.workloadIdentityUser
        member: serviceAccount:acme-prod.svc.id.goog[monitoring/loki]
        """);
  }

  /** Google has no pool of identities before a project's first cluster. */
  @Test
  void theIdentityWaitsForTheCluster() {
    assertThat(recording.get("shop-logs-identity").dependencies())
        .containsExactly("shop-cluster", "shop-logs-account");
    assertThat(recording.get("shop-logs-account").dependencies()).containsExactly("shop-apis-iam");
  }

  @Test
  void aDestroyLeavesTheBucketAlone() {
    assertThat(recording.resources())
        .filteredOn(Registered::retained)
        .extracting(Registered::name)
        .containsExactly("shop-logs");
    assertThat(recording.get("shop-logs").protect()).isFalse();
  }

  @Test
  void itsUsersWaitUntilTheirRightsAreThere() {
    assertThat(bucket.get().kind()).isEqualTo(CloudBucket.Kind.GCS);
    assertThat(bucket.get().region()).isNull();
    assertThat(bucket.get().annotations()).containsOnlyKeys("iam.gke.io/gcp-service-account");
    assertThat(bucket.get().ready())
        .extracting(Resource::pulumiResourceName)
        .containsExactlyInAnyOrder(
            "shop-logs-rights", "shop-logs-identity", "shop-logs-iamcredentials");
  }
}
