package com.onlinestore.components.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import com.onlinestore.components.cluster.BucketRequest;
import com.onlinestore.components.cluster.WorkloadIdentity;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Profile;
import com.onlinestore.components.settings.TimeSpan;
import com.onlinestore.components.settings.Use;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogSettingsTest {

  static final WorkloadIdentity IDENTITY =
      new WorkloadIdentity("cloud/role", "role/.*", "role/loki", List.of(), List.of());

  @Test
  void inDevLogsAreKeptForADayInThePod() {
    LogSettings defaults = Yaml.read(LogSettings.class, "{}");

    assertThat(defaults).isEqualTo(LogSettings.defaults());
    assertThat(defaults.use()).isEqualTo(Use.INSTALL);
    assertThat(defaults.retentionIn(Profile.DEV)).isEqualTo(TimeSpan.of("1d"));
    assertThat(defaults.storageIn(Profile.DEV, false)).isNull();
    assertThat(defaults.bucketIn(Profile.DEV)).isEmpty();
  }

  @Test
  void inProdLogsAreKeptForTwoWeeksInABucketWhereTheClustersCloudHasOne() {
    assertThat(LogSettings.defaults().retentionIn(Profile.PROD)).isEqualTo(TimeSpan.of("14d"));
    assertThat(LogSettings.defaults().bucketIn(Profile.PROD))
        .hasValue(new BucketRequest("logs", 21, "monitoring", "loki"));
    assertThat(LogSettings.defaults().storageIn(Profile.PROD, true))
        .isEqualTo(new Quantity("10Gi"));
    assertThat(LogSettings.defaults().storageIn(Profile.PROD, false))
        .isEqualTo(new Quantity("50Gi"));
  }

  @Test
  void aVolumeOrABucketThatIsNamedIsWhereLogsAre() {
    LogSettings volume = Yaml.read(LogSettings.class, "storage: 80Gi");
    LogSettings bucket =
        Yaml.read(LogSettings.class, "{bucket: {url: 'gs://acme-logs', cloudRole: role/loki}}");

    assertThat(volume.bucketIn(Profile.PROD)).isEmpty();
    assertThat(volume.storageIn(Profile.PROD, false)).isEqualTo(new Quantity("80Gi"));
    assertThat(bucket.bucketIn(Profile.PROD)).isEmpty();
    assertThat(bucket.bucket().problemsWith(Optional.of(IDENTITY))).isEmpty();
  }

  /** Or the bucket would delete what Loki still shows. */
  @Test
  void aBucketDeletesAWeekAfterLokiItself() {
    for (Map.Entry<String, Integer> days :
        Map.of("1d", 8, "25h", 9, "30d", 37, "366d", 373).entrySet()) {
      assertThat(Yaml.read(LogSettings.class, "retention: " + days.getKey()).bucketIn(Profile.PROD))
          .map(BucketRequest::days)
          .hasValue(days.getValue());
    }
  }

  @Test
  void noBucketIsAskedForLogsThatSomebodyElseKeeps() {
    for (String existing : List.of("{use: existing}", "{logs: {use: existing}}")) {
      assertThat(Yaml.read(ObservabilitySettings.class, existing).logBucketIn(Profile.PROD))
          .isEmpty();
    }
    assertThat(ObservabilitySettings.defaults().logBucketIn(Profile.PROD)).isPresent();
  }

  @Test
  void refuseLessThanLokiTellsApart() {
    assertThat(Yaml.read(LogSettings.class, "{retention: 12h}").problems(Use.INSTALL))
        .containsExactly(
            new Problem(
                "retention",
                "43200s is less than a day, which is the least that Loki tells apart."));
    assertThat(Yaml.read(LogSettings.class, "{retention: 24h}").problems(Use.INSTALL)).isEmpty();
    assertThat(Yaml.refusal(LogSettings.class, "storage: 0Gi"))
        .isEqualTo("storage (0Gi) must be greater than 0.");
  }

  @Test
  void howLogsAreKeptIsNoBusinessOfWhoeverDoesNotKeepThem() {
    Problem problem =
        new Problem(
            "",
            "may have no retention, storage or bucket where logs are not kept by this stack"
                + " (observability.use or logs.use: existing); remove them.");

    assertThat(Yaml.read(LogSettings.class, "{use: existing, storage: 1Gi}").problems(Use.INSTALL))
        .containsExactly(problem);
    assertThat(Yaml.read(LogSettings.class, "{retention: 2d}").problems(Use.EXISTING))
        .containsExactly(problem);
    assertThat(LogSettings.defaults().problems(Use.EXISTING)).isEmpty();
  }

  @Test
  void aBucketNeedsARoleThatTheClusterGives() {
    LogBucket bucket =
        Yaml.read(LogBucket.class, "{url: 's3://acme-logs', region: eu-west-1, cloudRole: root}");

    assertThat(bucket.problemsWith(Optional.empty()))
        .containsExactly(
            new Problem(
                "cloudRole",
                "has no effect: only a cluster that this stack makes is known to give roles; keep"
                    + " logs on a volume (logs.storage)."));
    assertThat(bucket.problemsWith(Optional.of(IDENTITY)))
        .containsExactly(
            new Problem(
                "cloudRole", "\"root\" is no role of the cluster's cloud, such as role/loki."));
  }

  @Test
  void aRegionIsNeededOnAmazonAndOnlyThere() {
    for (String wrong :
        List.of(
            "{url: 's3://a-b', cloudRole: role/a}",
            "{url: 'gs://a-b', region: x, cloudRole: role/a}")) {
      assertThat(Yaml.read(LogBucket.class, wrong).problemsWith(Optional.of(IDENTITY)))
          .containsExactly(new Problem("region", "is needed for s3://, and only there."));
    }
  }
}
