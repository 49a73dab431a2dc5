package com.onlinestore.components.observability;

import static com.onlinestore.components.settings.Checks.matching;
import static com.onlinestore.components.settings.Checks.required;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.cluster.CloudBucket;
import com.onlinestore.components.cluster.WorkloadIdentity;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import com.pulumi.core.Output;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A bucket that is there already, and the role that Loki gets for it.
 *
 * @param url {@code s3://name} or {@code gs://name}
 * @param region of a bucket on AWS; null on Google Cloud
 * @param cloudRole the role that Loki's service account gets
 */
public record LogBucket(
    @JsonProperty(required = true)
        @JsonPropertyDescription("The bucket, such as s3://acme-logs or gs://acme-logs.")
        @Pattern(regexp = LogBucket.URL)
        String url,
    @JsonPropertyDescription("Region of a bucket on AWS, such as eu-west-1.") String region,
    @JsonProperty(required = true)
        @JsonPropertyDescription(
            "Role in the cloud that may read, write and delete in the bucket, given to Loki without"
                + " a key.")
        String cloudRole) {

  /** What the address of a bucket must look like. */
  public static final String URL = "^(s3|gs)://[a-z0-9][a-z0-9._-]{1,61}[a-z0-9]$";

  private static final String AMAZON = "s3://";

  /** Refuses what is no bucket. */
  public LogBucket {
    matching("url", url, URL);
    required("cloudRole", cloudRole);
  }

  /** The same for whoever uses it. */
  CloudBucket forPods(WorkloadIdentity identity) {
    return new CloudBucket(
        onAmazon() ? CloudBucket.Kind.S3 : CloudBucket.Kind.GCS,
        Output.of(url.substring(AMAZON.length())),
        region,
        Map.of(identity.annotation(), Output.of(cloudRole)),
        List.of());
  }

  private boolean onAmazon() {
    return url.startsWith(AMAZON);
  }

  /**
   * A role that the cluster cannot give, or a region that is missing.
   *
   * @param identity how the cluster gives roles; empty where it gives none
   */
  public List<Problem> problemsWith(Optional<WorkloadIdentity> identity) {
    return new Problems()
        .addIf(
            identity.isEmpty(),
            "cloudRole",
            "has no effect: only a cluster that this stack makes is known to give roles; keep logs"
                + " on a volume (logs.storage).")
        .addIf(
            identity.isPresent() && !cloudRole.matches(identity.get().role()),
            "cloudRole",
            "\"%s\" is no role of the cluster's cloud, such as %s.",
            cloudRole,
            identity.map(WorkloadIdentity::example).orElse(""))
        .addIf(onAmazon() == (region == null), "region", "is needed for s3://, and only there.")
        .list();
  }
}
