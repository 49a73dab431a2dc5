package com.onlinestore.components.cluster.aws;

import com.onlinestore.components.cluster.BucketRequest;
import com.onlinestore.components.cluster.CloudBucket;
import com.pulumi.aws.s3.BucketLifecycleConfigurationV2;
import com.pulumi.aws.s3.BucketLifecycleConfigurationV2Args;
import com.pulumi.aws.s3.BucketOwnershipControls;
import com.pulumi.aws.s3.BucketOwnershipControlsArgs;
import com.pulumi.aws.s3.BucketPolicy;
import com.pulumi.aws.s3.BucketPolicyArgs;
import com.pulumi.aws.s3.BucketPublicAccessBlock;
import com.pulumi.aws.s3.BucketPublicAccessBlockArgs;
import com.pulumi.aws.s3.BucketServerSideEncryptionConfigurationV2;
import com.pulumi.aws.s3.BucketServerSideEncryptionConfigurationV2Args;
import com.pulumi.aws.s3.BucketV2;
import com.pulumi.aws.s3.BucketV2Args;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleAbortIncompleteMultipartUploadArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleExpirationArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleConfigurationV2RuleFilterArgs;
import com.pulumi.aws.s3.inputs.BucketOwnershipControlsRuleArgs;
import com.pulumi.aws.s3.inputs.BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs;
import com.pulumi.aws.s3.inputs.BucketServerSideEncryptionConfigurationV2RuleArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A private bucket for the pods of one service account, and their role.
 *
 * <p>A destroy forgets the bucket and leaves it as it is, with what keeps it private and empties it
 * in time; Pulumi gives each creation a name of its own, so the next one meets nothing. Its key is
 * Amazon's: one of the stack's own would go with the stack, and what is left be unreadable.
 */
final class EksBucket extends ComponentResource {

  private final String name;
  private final BucketV2 made;
  private final CloudBucket bucket;

  EksBucket(AwsPlace place, BucketRequest request, Output<String> cluster, Resource parent) {
    super(
        "online-store:cluster:EksBucket",
        "%s-%s-bucket".formatted(place.name(), request.purpose()),
        ComponentResourceOptions.builder().parent(parent).build());
    this.name = place.name() + "-" + request.purpose();
    this.made =
        new BucketV2(name, BucketV2Args.builder().tags(place.tags().tags()).build(), kept());
    // One after the other: S3 refuses two changes of the same bucket's access at once.
    Resource closed = publicAccess();
    Resource policy = policy(closed);
    List<Resource> ready =
        new ArrayList<>(List.of(policy, ownership(policy), encryption(), expiry(request.days())));
    ready.addAll(
        PodRole.own(
            place,
            request.namespace(),
            request.serviceAccount(),
            made.arn().applyValue(Rights::bucket),
            cluster,
            this));
    this.bucket = new CloudBucket(CloudBucket.Kind.S3, made.id(), place.region(), Map.of(), ready);
    registerOutputs(Map.of());
  }

  /** What its users need to know. */
  CloudBucket bucket() {
    return bucket;
  }

  private Resource publicAccess() {
    return new BucketPublicAccessBlock(
        name + "-private",
        BucketPublicAccessBlockArgs.builder()
            .bucket(made.id())
            .blockPublicAcls(true)
            .blockPublicPolicy(true)
            .ignorePublicAcls(true)
            .restrictPublicBuckets(true)
            .build(),
        kept());
  }

  private Resource policy(Resource closed) {
    return new BucketPolicy(
        name + "-policy",
        BucketPolicyArgs.builder()
            .bucket(made.id())
            .policy(made.arn().applyValue(EksBucket::encryptedAlone))
            .build(),
        kept(closed));
  }

  /** Nobody comes without TLS, whatever else they may. */
  private static String encryptedAlone(String arn) {
    return Statement.document(
        Statement.deny("EncryptedAlone", "s3:*")
            .on(arn, arn + "/*")
            .when("Bool", "aws:SecureTransport", "false"));
  }

  /** Whatever is put into it is the account's, and access lists mean nothing. */
  private Resource ownership(Resource policy) {
    return new BucketOwnershipControls(
        name + "-ownership",
        BucketOwnershipControlsArgs.builder()
            .bucket(made.id())
            .rule(
                BucketOwnershipControlsRuleArgs.builder()
                    .objectOwnership("BucketOwnerEnforced")
                    .build())
            .build(),
        kept(policy));
  }

  private Resource encryption() {
    return new BucketServerSideEncryptionConfigurationV2(
        name + "-encryption",
        BucketServerSideEncryptionConfigurationV2Args.builder()
            .bucket(made.id())
            .rules(
                BucketServerSideEncryptionConfigurationV2RuleArgs.builder()
                    .applyServerSideEncryptionByDefault(
                        BucketServerSideEncryptionConfigurationV2RuleApplyServerSideEncryptionByDefaultArgs
                            .builder()
                            .sseAlgorithm("AES256")
                            .build())
                    .build())
            .build(),
        kept());
  }

  private Resource expiry(int days) {
    return new BucketLifecycleConfigurationV2(
        name + "-expiry",
        BucketLifecycleConfigurationV2Args.builder()
            .bucket(made.id())
            .rules(
                BucketLifecycleConfigurationV2RuleArgs.builder()
                    .id("expiry")
                    .status("Enabled")
                    .filter(
                        BucketLifecycleConfigurationV2RuleFilterArgs.builder().prefix("").build())
                    .expiration(
                        BucketLifecycleConfigurationV2RuleExpirationArgs.builder()
                            .days(days)
                            .build())
                    .abortIncompleteMultipartUpload(
                        BucketLifecycleConfigurationV2RuleAbortIncompleteMultipartUploadArgs
                            .builder()
                            .daysAfterInitiation(1)
                            .build())
                    .build())
            .build(),
        kept());
  }

  private CustomResourceOptions kept(Resource... after) {
    return CustomResourceOptions.builder()
        .parent(this)
        .dependsOn(after)
        .retainOnDelete(true)
        .build();
  }
}
