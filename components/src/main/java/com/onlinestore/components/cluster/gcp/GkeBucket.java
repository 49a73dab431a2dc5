package com.onlinestore.components.cluster.gcp;

import com.onlinestore.components.cluster.BucketRequest;
import com.onlinestore.components.cluster.CloudBucket;
import com.pulumi.gcp.serviceaccount.Account;
import com.pulumi.gcp.serviceaccount.AccountArgs;
import com.pulumi.gcp.serviceaccount.IAMMember;
import com.pulumi.gcp.serviceaccount.IAMMemberArgs;
import com.pulumi.gcp.storage.Bucket;
import com.pulumi.gcp.storage.BucketArgs;
import com.pulumi.gcp.storage.BucketIAMMember;
import com.pulumi.gcp.storage.BucketIAMMemberArgs;
import com.pulumi.gcp.storage.inputs.BucketLifecycleRuleActionArgs;
import com.pulumi.gcp.storage.inputs.BucketLifecycleRuleArgs;
import com.pulumi.gcp.storage.inputs.BucketLifecycleRuleConditionArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A private bucket for the pods of one service account, and the account as which they use it.
 *
 * <p>A destroy forgets the bucket and leaves it as it is, and the rule that empties it in time;
 * Pulumi gives each creation a name of its own, so the next one meets nothing.
 */
final class GkeBucket extends ComponentResource {

  /** What is in the bucket, but not who may use it. */
  private static final String USER = "roles/storage.objectUser";

  private static final String POD = "roles/iam.workloadIdentityUser";

  private final String name;
  private final BucketRequest request;
  private final Place place;
  private final CloudBucket bucket;

  /**
   * Makes the bucket.
   *
   * @param cluster with whose first Google makes the project's pool of identities
   */
  GkeBucket(
      String clusterName,
      BucketRequest request,
      Place place,
      GoogleApis apis,
      Resource cluster,
      Resource parent) {
    super(
        "online-store:cluster:GkeBucket",
        "%s-%s-bucket".formatted(clusterName, request.purpose()),
        ComponentResourceOptions.builder().parent(parent).build());
    this.name = clusterName + "-" + request.purpose();
    this.request = request;
    this.place = place;
    Bucket made = made();
    Account account = account(clusterName, apis);
    this.bucket =
        new CloudBucket(
            CloudBucket.Kind.GCS,
            made.name(),
            null,
            Map.of(GkeFacts.IDENTITY.annotation(), account.email()),
            List.of(rights(made, account), identity(account, cluster), enable("iamcredentials")));
    registerOutputs(Map.of());
  }

  /** What its users need to know. */
  CloudBucket bucket() {
    return bucket;
  }

  private Bucket made() {
    return new Bucket(
        name,
        BucketArgs.builder()
            .project(place.project())
            // In the form that Google returns.
            .location(place.region().toUpperCase(Locale.ROOT))
            .uniformBucketLevelAccess(true)
            .publicAccessPrevention("enforced")
            .lifecycleRules(
                afterDays(request.days(), "Delete"), afterDays(1, "AbortIncompleteMultipartUpload"))
            .labels(place.tags().labels())
            .build(),
        CustomResourceOptions.builder()
            .parent(this)
            .dependsOn(enable("storage"))
            .retainOnDelete(true)
            .build());
  }

  private static BucketLifecycleRuleArgs afterDays(int days, String action) {
    return BucketLifecycleRuleArgs.builder()
        .action(BucketLifecycleRuleActionArgs.builder().type(action).build())
        .condition(BucketLifecycleRuleConditionArgs.builder().age(days).build())
        .build();
  }

  private Account account(String clusterName, GoogleApis apis) {
    return new Account(
        name + "-account",
        AccountArgs.builder()
            .project(place.project())
            .accountId(
                GoogleNames.account(
                    clusterName + "-" + request.serviceAccount(),
                    place.tags().project() + "/" + place.tags().stack()))
            .displayName("%s of %s".formatted(request.serviceAccount(), clusterName))
            .build(),
        CustomResourceOptions.builder().parent(this).dependsOn(apis.identities()).build());
  }

  private Resource rights(Bucket made, Account account) {
    return new BucketIAMMember(
        name + "-rights",
        BucketIAMMemberArgs.builder()
            .bucket(made.name())
            .role(USER)
            .member(account.email().applyValue(email -> "serviceAccount:" + email))
            .build(),
        CustomResourceOptions.builder().parent(this).build());
  }

  private Resource identity(Account account, Resource cluster) {
    return new IAMMember(
        name + "-identity",
        IAMMemberArgs.builder()
            .serviceAccountId(account.name())
            .role(POD)
            .member(
                "serviceAccount:%s.svc.id.goog[%s/%s]"
                    .formatted(place.project(), request.namespace(), request.serviceAccount()))
            .build(),
        CustomResourceOptions.builder().parent(this).dependsOn(cluster).build());
  }

  private Resource enable(String api) {
    return GoogleApis.enable(name, place.project(), api, this);
  }
}
