package com.onlinestore.components.observability;

import static com.onlinestore.components.Recording.TOP;
import static com.onlinestore.components.Yaml.assertYaml;
import static com.onlinestore.components.Yaml.part;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Recording;
import com.onlinestore.components.Yaml;
import com.onlinestore.components.cluster.CloudBucket;
import com.onlinestore.components.cluster.ClusterFacts;
import com.onlinestore.components.cluster.ClusterFactsBuilder;
import com.onlinestore.components.cluster.Facts;
import com.onlinestore.components.helm.Mirrors;
import com.onlinestore.components.settings.Profile;
import com.pulumi.core.Output;
import com.pulumi.kubernetes.core.v1.Namespace;
import com.pulumi.kubernetes.core.v1.NamespaceArgs;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogStackTest {

  private static final ClusterFacts CLOUD =
      ClusterFactsBuilder.builder(Facts.SPECIAL).identity(LogSettingsTest.IDENTITY).build();
  private static final Map<String, Object> ALLOY = new AlloyValues(Mirrors.NONE).all();

  @Test
  void readersComeWhenThereIsSomebodyToTakeLogs() {
    Recording recording =
        Recording.of(() -> stack("{}", Profile.DEV, Facts.SHARED, Optional.empty()));

    assertThat(recording.get("logs").type()).isEqualTo("online-store:observability:LogStack");
    assertThat(recording.childrenOf("logs"))
        .containsExactlyInAnyOrder(
            "kubernetes:helm.sh/v3:Release logs-loki", "kubernetes:helm.sh/v3:Release logs-alloy");
    assertThat(recording.get("logs-alloy").dependencies()).containsExactly("logs-loki");
    assertThat(recording.get("logs-loki").inputs())
        .containsEntry("name", "loki")
        .containsEntry("namespace", "monitoring")
        .containsEntry("version", "18.11.0");
    assertThat(recording.get("logs-alloy").inputs())
        .containsEntry("name", "alloy")
        .containsEntry("version", "1.11.1");
  }

  @Test
  void aBucketOfYoursIsReadAndWrittenByARoleWithoutAKey() {
    Map<String, Object> amazon =
        values("{bucket: {url: 's3://acme-logs', region: eu-west-1, cloudRole: role/loki}}");

    assertYaml(
        amazon,
        "/values/loki/storage",
        "{type: s3, bucketNames: {chunks: acme-logs, ruler: acme-logs}, s3: {region: eu-west-1}}");
    assertYaml(amazon, "/values/loki/schemaConfig/configs/0/object_store", "s3");
    assertYaml(amazon, "/values/loki/compactor/delete_request_store", "s3");
    assertYaml(amazon, "/values/serviceAccount", "annotations: {cloud/role: role/loki}");
    assertYaml(amazon, "/values/singleBinary/persistence/size", "10Gi");

    assertYaml(
        values("{bucket: {url: 'gs://acme-logs', cloudRole: role/loki}}"),
        "/values/loki/storage",
        "{type: gcs, bucketNames: {chunks: acme-logs, ruler: acme-logs}}");
  }

  @Test
  void aBucketThatWasMadeWithTheClusterIsUsedAsSoonAsPodsGetTheirRights() {
    Recording recording =
        Recording.of(
            () ->
                stack(
                    "{}",
                    Profile.PROD,
                    Facts.SPECIAL,
                    Optional.of(made(CloudBucket.Kind.GCS, null, Map.of("a/b", Output.of("c"))))));
    Map<String, Object> loki = recording.get("logs-loki").inputs();

    assertThat(recording.get("logs-loki").dependencies()).contains("rights");
    assertYaml(
        loki,
        "/values/loki/storage",
        "{type: gcs, bucketNames: {chunks: shop-logs, ruler: shop-logs}}");
    assertYaml(loki, "/values/loki/schemaConfig/configs/0/object_store", "gcs");
    assertYaml(loki, "/values/serviceAccount", "annotations: {a/b: c}");
    assertYaml(loki, "/values/singleBinary/persistence/size", "10Gi");
  }

  @Test
  void aCloudThatKnowsTheServiceAccountByNameNeedsNoAnnotation() {
    Map<String, Object> loki =
        Recording.of(
                () ->
                    stack(
                        "{}",
                        Profile.PROD,
                        Facts.SPECIAL,
                        Optional.of(made(CloudBucket.Kind.S3, "eu-west-1", Map.of()))))
            .get("logs-loki")
            .inputs();

    assertYaml(
        loki,
        "/values/loki/storage",
        "{type: s3, bucketNames: {chunks: shop-logs, ruler: shop-logs}, s3: {region: eu-west-1}}");
    assertThat(part(loki, "/values/serviceAccount").isMissingNode()).isTrue();
  }

  @Test
  void thereIsAReaderOnEveryNodeWhateverItIsReservedFor() {
    assertYaml(ALLOY, "/controller/type", "daemonset");
    assertYaml(ALLOY, "/controller/tolerations", "[{operator: Exists}]");
  }

  @Test
  void aReaderIsRootAndNothingMore() {
    assertYaml(
        ALLOY,
        "/alloy/securityContext",
        """
        allowPrivilegeEscalation: false
        readOnlyRootFilesystem: true
        runAsUser: 0
        capabilities: {drop: [ALL]}
        seccompProfile: {type: RuntimeDefault}
        """);
  }

  /** The chart takes it for a template. */
  @Test
  void thePipelineHoldsNothingThatHelmWouldFillIn() {
    String pipeline = part(ALLOY, "/alloy/configMap/content").asText();

    assertThat(pipeline)
        .doesNotContain("{{")
        .contains("http://loki.monitoring.svc.cluster.local:3100/loki/api/v1/push");
  }

  @Test
  void itsImagesComeFromTheMirror() {
    assertYaml(
        new AlloyValues(new Mirrors(null, "registry.local")).all(),
        "/global",
        "image: {registry: registry.local}");
  }

  private static CloudBucket made(
      CloudBucket.Kind kind, String region, Map<String, Output<String>> annotations) {
    return new CloudBucket(
        kind,
        Output.of("shop-logs"),
        region,
        annotations,
        List.of(new Namespace("rights", NamespaceArgs.Empty, CustomResourceOptions.Empty)));
  }

  private static Map<String, Object> values(String settings) {
    return Recording.of(() -> stack(settings, Profile.PROD, CLOUD, Optional.empty()))
        .get("logs-loki")
        .inputs();
  }

  private static LogStack stack(
      String settings, Profile profile, ClusterFacts facts, Optional<CloudBucket> bucket) {
    return new LogStack(
        "logs",
        Yaml.read(LogSettings.class, settings),
        profile,
        facts,
        bucket,
        SpanCollectorTest.MONITORING,
        Mirrors.NONE,
        TOP);
  }
}
