package com.onlinestore.policy.rules;

import static com.onlinestore.policy.Severity.ADVISORY;
import static com.onlinestore.policy.Severity.MANDATORY;

import com.onlinestore.policy.About;
import com.onlinestore.policy.Policy;
import com.onlinestore.policy.Rule;
import com.onlinestore.policy.Value;
import java.util.List;
import java.util.stream.Stream;

/** Buckets and databases: who reaches them, and what is left after a mistake. */
final class StorageRules {

  private static final String BUCKET = "gcp:storage/bucket:Bucket";

  private StorageRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule(
            "storage/public",
            MANDATORY,
            "No bucket is public.",
            "Most leaks of customers' data were a bucket that somebody opened.",
            "Block public access: all four settings (AWS), or publicAccessPrevention: enforced.",
            About.any(
                About.resources(
                    "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
                    block ->
                        Stream.of(
                                "blockPublicAcls",
                                "blockPublicPolicy",
                                "ignorePublicAcls",
                                "restrictPublicBuckets")
                            .map(block::at)
                            .filter(each -> !each.isTrue())
                            .map(each -> each.is("lets the bucket be opened"))
                            .toList()),
                About.resources(
                    BUCKET,
                    bucket -> {
                      Value prevention = bucket.at("publicAccessPrevention");
                      return prevention.wrongIf(
                          !prevention.text().equals("enforced"), "lets the bucket be opened");
                    }))),
        new Rule(
            "storage/uniform-access",
            MANDATORY,
            "Buckets of Google are opened by IAM alone.",
            "Access lists of single objects are in no policy, and nobody finds them.",
            "Set uniformBucketLevelAccess: true.",
            About.resources(
                BUCKET,
                bucket -> {
                  Value uniform = bucket.at("uniformBucketLevelAccess");
                  return uniform.wrongIf(
                      !uniform.isTrue(), "lets single objects have access lists");
                })),
        new Rule(
            "storage/forced-deletion",
            MANDATORY,
            "Buckets with something in them are not deleted.",
            "With the stack goes what was in the bucket, and no backup was asked for.",
            "Remove forceDestroy.",
            About.any(
                forced("aws:s3/bucket:Bucket"),
                forced("aws:s3/bucketV2:BucketV2"),
                forced(BUCKET))),
        new Rule(
            "databases/public",
            MANDATORY,
            "No database has a public address.",
            "It is found by scanners within minutes, and then its password is guessed.",
            "Set publiclyAccessible: false, and reach it from the network it is in.",
            About.any(
                isPublic("aws:rds/instance:Instance"),
                isPublic("aws:rds/clusterInstance:ClusterInstance"))),
        new Rule(
            "databases/deletion",
            MANDATORY,
            "Databases are protected from deletion.",
            "One mistake in a stack file is otherwise the end of every order.",
            "Set deletionProtection: true, or the resource option protect.",
            (resource, context) ->
                resource.protect()
                    ? List.of()
                    : About.any(
                            unprotected("aws:rds/instance:Instance"),
                            unprotected("aws:rds/cluster:Cluster"),
                            About.resources(
                                "gcp:sql/databaseInstance:DatabaseInstance",
                                // Left out, Google's provider takes it for true.
                                database ->
                                    database
                                        .at("deletionProtection")
                                        .wrongIf(
                                            database.at("deletionProtection").isFalse(),
                                            "is deleted with one mistake")))
                        .violations(resource, context)),
        new Rule(
            "databases/last-snapshot",
            ADVISORY,
            "A database that is deleted leaves a snapshot.",
            "It is the only way back.",
            "Remove skipFinalSnapshot, and set finalSnapshotIdentifier.",
            About.any(snapshot("aws:rds/instance:Instance"), snapshot("aws:rds/cluster:Cluster"))),
        new Rule(
            "databases/backups",
            MANDATORY,
            "Databases are backed up.",
            "With 0 days there is no way back to the minute before a mistake.",
            "Set backupRetentionPeriod to 7 or more.",
            About.any(backup("aws:rds/instance:Instance"), backup("aws:rds/cluster:Cluster"))));
  }

  private static Policy forced(String type) {
    return unset(type, "forceDestroy", "deletes what is in the bucket");
  }

  private static Policy isPublic(String type) {
    return unset(type, "publiclyAccessible", "has an address for everybody");
  }

  private static Policy unset(String type, String input, String wrong) {
    return About.resources(
        type,
        inputs -> {
          Value value = inputs.at(input);
          return value.wrongIf(value.isTrue(), wrong);
        });
  }

  private static Policy unprotected(String type) {
    return About.resources(
        type,
        database -> {
          Value kept = database.at("deletionProtection");
          return kept.wrongIf(!kept.isTrue(), "is deleted with one mistake");
        });
  }

  private static Policy snapshot(String type) {
    return unset(type, "skipFinalSnapshot", "leaves nothing behind");
  }

  private static Policy backup(String type) {
    return About.resources(
        type,
        database -> {
          Value days = database.at("backupRetentionPeriod");
          return days.wrongIf(days.text().equals("0"), "keeps no backup");
        });
  }
}
