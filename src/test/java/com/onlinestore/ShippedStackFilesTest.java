package com.onlinestore;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.plan.MeshCheck;
import com.onlinestore.plan.Plan;
import com.onlinestore.plan.PlanFacts;
import com.onlinestore.plan.PlanFiles;
import com.onlinestore.plan.PlanReport;
import com.onlinestore.plan.PlannedResource;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedStackFilesTest {

  @ParameterizedTest
  @ValueSource(strings = {"local", "dev", "prod", "gke"})
  void aStackPlansTheSameBytesEveryTime(String stack) {
    Plan plan = PlannedStack.shipped(stack);
    Plan again = PlannedStack.again(Path.of("../Pulumi." + stack + ".yaml"));

    assertThat(PlanFiles.files(PlanFacts.of(plan))).isEqualTo(PlanFiles.files(PlanFacts.of(again)));
    assertThat(PlanReport.of(PlanFacts.of(plan))).isEqualTo(PlanReport.of(PlanFacts.of(again)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "dev", "prod", "gke"})
  void aStackPutsNoMistakeIntoTheMesh(String stack) {
    assertThat(MeshCheck.mistakes(PlannedStack.shipped(stack))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("com.onlinestore.PlannedStack#all")
  void noStackFileBreaksAMandatoryPolicyOrWaivesInVain(Path file) {
    assertThat(PlannedStack.findings(file))
        .filteredOn(finding -> finding.stops() || finding.rule().startsWith("waivers/"))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("com.onlinestore.PlannedStack#examples")
  void anExamplePlansTheSameBytesEveryTimeAndPutsNoMistakeIntoTheMesh(Path example) {
    Plan plan = PlannedStack.of(example);

    assertThat(PlanFiles.files(PlanFacts.of(plan)))
        .isEqualTo(PlanFiles.files(PlanFacts.of(PlannedStack.again(example))));
    assertThat(MeshCheck.mistakes(plan)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "prod", "gke"})
  void everyObjectOfAStoreWaitsForTheClustersFoundation(String stack) {
    Plan plan = PlannedStack.shipped(stack);
    Map<String, PlannedResource> byUrn =
        plan.resources().stream()
            .collect(Collectors.toMap(PlannedResource::urn, resource -> resource));
    String nodes = stack.equals("gke") ? "gcp:container/nodePool:" : "aws:eks/nodeGroup:";

    assertThat(plan.resources())
        .filteredOn(resource -> resource.type().startsWith("kubernetes:"))
        .hasSizeGreaterThan(60)
        .allMatch(resource -> waitsFor(nodes, resource, byUrn, new HashSet<>()));
  }

  private static boolean waitsFor(
      String type, PlannedResource resource, Map<String, PlannedResource> byUrn, Set<String> seen) {
    return resource.type().startsWith(type)
        || resource.dependencies().stream()
            .filter(seen::add)
            .anyMatch(urn -> waitsFor(type, byUrn.get(urn), byUrn, seen));
  }

  @Test
  void onlyProductionIsProtected() {
    assertThat(PlanReport.of(PlanFacts.of(PlannedStack.shipped("prod")))).contains("\nProtected\n");
    assertThat(PlanReport.of(PlanFacts.of(PlannedStack.shipped("dev"))))
        .doesNotContain("\nProtected\n");
    assertThat(PlanReport.of(PlanFacts.of(PlannedStack.shipped("gke"))))
        .doesNotContain("\nProtected\n");
  }

  @Test
  void aStoreThatFindsMeshAndPrometheusInstallsNeither() {
    List<String> releases =
        PlannedStack.second().resources().stream()
            .filter(resource -> resource.type().equals("kubernetes:helm.sh/v3:Release"))
            .map(PlannedResource::name)
            .toList();
    assertThat(releases).containsExactly("gateway-release");
    assertThat(MeshCheck.mistakes(PlannedStack.second())).isEmpty();
  }
}
