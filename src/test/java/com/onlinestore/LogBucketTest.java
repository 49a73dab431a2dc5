package com.onlinestore;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.onlinestore.plan.Plan;
import com.onlinestore.plan.PlanFacts;
import com.onlinestore.plan.PlanReport;
import com.onlinestore.plan.PlannedResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a stack that makes its cluster keeps logs. */
class LogBucketTest {

  private static final String OBSERVABILITY =
      "    observability: {tracing: {zipkin: \"http://zipkin.example.com:9411\"}%s}\n    gateway:\n";

  @TempDir private Path folder;

  @Test
  void inProdOnAwsInABucketThatOnlyLokiUses() {
    Plan plan = PlannedStack.shipped("prod");

    assertThat(loki(plan).at("/loki/storage"))
        .hasToString(
            "{\"bucketNames\":{\"chunks\":\"<online-store-prod-logs.id>\","
                + "\"ruler\":\"<online-store-prod-logs.id>\"},"
                + "\"s3\":{\"region\":\"eu-west-1\"},\"type\":\"s3\"}");
    assertThat(PlanReport.of(PlanFacts.of(plan)))
        .containsPattern("anybody +must not s3:\\* on bucket online-store-prod-logs if")
        .containsPattern("online-store-prod-loki +may s3:ListBucket on")
        .containsPattern("service account monitoring/loki\\s+takes role online-store-prod-loki");
  }

  @Test
  void inProdOnGoogleCloudInABucketThatOnlyLokiUses() throws IOException {
    Plan plan = gke("");

    assertThat(loki(plan).at("/loki/storage"))
        .hasToString(
            "{\"bucketNames\":{\"chunks\":\"<online-store-gke-logs.name>\","
                + "\"ruler\":\"<online-store-gke-logs.name>\"},\"type\":\"gcs\"}");
    assertThat(loki(plan).at("/serviceAccount/annotations"))
        .hasToString(
            "{\"iam.gke.io/gcp-service-account\":\"<online-store-gke-logs-account.email>\"}");
    assertThat(PlanReport.of(PlanFacts.of(plan)))
        .containsPattern("has roles/storage.objectUser on bucket online-store-gke-logs")
        .containsPattern(
            "service account monitoring/loki +has roles/iam.workloadIdentityUser on service"
                + " account\\s+online-store-gke-logs-account");
  }

  @Test
  void onAVolumeWhereOneIsNamed() throws IOException {
    Plan plan = gke(", logs: {storage: 80Gi}");

    assertThat(plan.resources()).noneMatch(LogBucketTest::isBucket);
    assertThat(loki(plan).at("/loki/storage/type").asText()).isEqualTo("filesystem");
    assertThat(loki(plan).at("/singleBinary/persistence/size").asText()).isEqualTo("80Gi");
  }

  @Test
  void inABucketOfYoursWhereOneIsNamed() throws IOException {
    Plan plan =
        gke(
            ", logs: {bucket: {url: 'gs://acme-logs', cloudRole:"
                + " store-loki@acme-store.iam.gserviceaccount.com}}");

    assertThat(plan.resources()).noneMatch(LogBucketTest::isBucket);
    assertThat(loki(plan).at("/loki/storage/bucketNames/chunks").asText()).isEqualTo("acme-logs");
  }

  @Test
  void inThePodInDev() {
    assertThat(PlannedStack.shipped("dev").resources()).noneMatch(LogBucketTest::isBucket);
    assertThat(PlannedStack.shipped("gke").resources()).noneMatch(LogBucketTest::isBucket);
  }

  private Plan gke(String logs) throws IOException {
    String shipped = Files.readString(Path.of("../Pulumi.gke.yaml"));
    Path file =
        Files.writeString(
            folder.resolve("Pulumi.gke.yaml"),
            shipped
                .replace("profile: dev", "profile: prod")
                .replace("    gateway:\n", OBSERVABILITY.formatted(logs)));
    return PlannedStack.of("gke", file);
  }

  private static JsonNode loki(Plan plan) {
    return plan.resources().stream()
        .filter(resource -> resource.name().equals("logs-loki"))
        .findFirst()
        .orElseThrow()
        .inputs()
        .path("values");
  }

  private static boolean isBucket(PlannedResource resource) {
    return resource.type().startsWith("aws:s3/") || resource.type().startsWith("gcp:storage/");
  }
}
