package com.onlinestore.components.observability;

import static com.onlinestore.components.settings.Checks.or;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.cluster.BucketRequest;
import com.onlinestore.components.settings.Checks;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import com.onlinestore.components.settings.Profile;
import com.onlinestore.components.settings.TimeSpan;
import com.onlinestore.components.settings.Use;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.Optional;

/**
 * Logs of all containers of the cluster.
 *
 * <p>In prod they go into a bucket that a cluster of this stack's own is asked for, where neither a
 * volume nor a bucket is named.
 *
 * <pre>{@code
 * var logs =
 *     new LogSettings(Use.INSTALL, TimeSpan.of("14d"), new Quantity("50Gi"), null);
 * }</pre>
 *
 * @param use whether this stack keeps them; default install
 * @param retention how long; default 1 day in dev, 14 days in prod
 * @param storage size of the volume; default none in dev, 50Gi in prod, 10Gi beside a bucket
 * @param bucket one that is there already; null for the volume, or for one that this stack makes
 */
public record LogSettings(
    @JsonPropertyDescription(
            "install: this stack keeps the logs of all containers. existing: something else does,"
                + " such as an Elastic stack, or nobody. Default: install.")
        Use use,
    @JsonPropertyDescription(
            "How long logs are kept, at least 1d, such as 14d. Default: 1d in dev, 14d in prod.")
        TimeSpan retention,
    @JsonPropertyDescription(
            "Size of the volume, such as 50Gi; without bucket, that logs are kept on it. Default: none"
                + " in dev (logs are lost with the pod), 50Gi in prod; 10Gi beside a bucket, for"
                + " what is not in it yet.")
        Quantity storage,
    @JsonPropertyDescription(
            "A bucket of yours that keeps logs, read and written by a role in the cloud. Default: in"
                + " prod, where this stack makes the cluster and storage is unset, one that it makes"
                + " and a destroy leaves behind; else none.")
        LogBucket bucket) {

  private static final Quantity PROD_STORAGE = new Quantity("50Gi");
  private static final Quantity BUFFER = new Quantity("10Gi");

  /** What Loki's compactor can tell apart. */
  private static final TimeSpan LEAST = TimeSpan.of("1d");

  /**
   * Days by which a bucket waits for Loki to delete by itself: it does so for each line, hours
   * after its time.
   */
  private static final int GRACE = 7;

  /** Fills in what no profile changes; refuses an empty volume. */
  public LogSettings {
    use = or(use, Use.INSTALL);
    Checks.positive("storage", storage);
  }

  /** All defaults. */
  public static LogSettings defaults() {
    return new LogSettings(null, null, null, null);
  }

  TimeSpan retentionIn(Profile profile) {
    return or(retention, TimeSpan.of(profile == Profile.PROD ? "14d" : "1d"));
  }

  /**
   * The volume's size, or null for none.
   *
   * @param inBucket whether a bucket keeps the logs, whoever made it
   */
  Quantity storageIn(Profile profile, boolean inBucket) {
    if (storage != null || profile == Profile.DEV) {
      return storage;
    }
    return inBucket ? BUFFER : PROD_STORAGE;
  }

  /** The bucket to ask a cluster's cloud for; empty where a place is named or logs are few. */
  Optional<BucketRequest> bucketIn(Profile profile) {
    return profile == Profile.DEV || bucket != null || storage != null
        ? Optional.empty()
        : Optional.of(
            new BucketRequest(
                "logs",
                Math.toIntExact(retentionIn(profile).wholeDays()) + GRACE,
                ObservabilitySettings.MONITORING,
                LokiValues.NAME));
  }

  /** Logs that would be kept for less than can be, or settings of what is not ours. */
  List<Problem> problems(Use observability) {
    boolean told = retention != null || storage != null || bucket != null;
    return new Problems()
        .addIf(
            told && (use == Use.EXISTING || observability == Use.EXISTING),
            "",
            "may have no retention, storage or bucket where logs are not kept by this stack"
                + " (observability.use or logs.use: existing); remove them.")
        .addIf(
            retention != null && retention.compareTo(LEAST) < 0,
            "retention",
            "%s is less than a day, which is the least that Loki tells apart.",
            retention)
        .list();
  }
}
