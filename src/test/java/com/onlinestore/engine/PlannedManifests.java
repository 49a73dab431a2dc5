package com.onlinestore.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.plan.Plan;
import com.onlinestore.plan.PlanFacts;
import com.onlinestore.plan.PlanFiles;
import java.io.IOException;
import java.nio.file.Path;

/** The manifests of a plan, as a person would check them with kubectl and istioctl. */
record PlannedManifests(Plan plan, Path folder) {

  /** Of the analyzers of {@code istioctl analyze}, with what controllers will add. */
  void areFlawlessToIstiosAnalyzers() throws IOException {
    Path manifests = write("analyzed");
    Controllers.write(plan, manifests);
    // The Secret of a certificate is a person's to bring; any EnvoyFilter is warned of (IST0133),
    // because it follows no stable interface; the last line only counts.
    assertThat(Tools.run(folder, "istio-analyze", manifests.toString()).output().strip().lines())
        .filteredOn(line -> !line.contains("Referenced credentialName not found"))
        .filteredOn(line -> !line.matches(".*\\[IST0133] \\(EnvoyFilter .*"))
        // A revision's istiod comes with its chart.
        .filteredOn(line -> !line.contains("[IST0139] (MutatingWebhookConfiguration "))
        .singleElement()
        .asString()
        .matches("\\d+ findings, \\d+ of them warnings or worse");
  }

  /** By a dry run, in a cluster that has the kinds and the namespaces. */
  void areAcceptedByTheServer() {
    long manifests =
        PlanFiles.files(PlanFacts.of(plan)).keySet().stream()
            .filter(file -> file.startsWith("manifests/"))
            .count();
    String accepted =
        Cluster.kubectl(
            "apply", "--dry-run=server", "-o", "name", "-R", "-f", write("accepted").toString());
    // kubectl warns that it has not made these objects itself, and that is all it says.
    assertThat(accepted.lines().filter(line -> !line.startsWith("Warning: ")))
        .hasSize((int) manifests);
  }

  private Path write(String part) {
    Path out = folder.resolve(part);
    PlanFiles.write(plan, out);
    return out.resolve("manifests");
  }
}
