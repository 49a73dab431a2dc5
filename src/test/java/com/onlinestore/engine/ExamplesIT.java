package com.onlinestore.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.onlinestore.PlannedStack;
import com.onlinestore.plan.StackConfig;
import com.pulumi.automation.OperationType;
import com.pulumi.automation.PreviewOptions;
import com.pulumi.automation.WorkspaceStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every stack file in {@code examples}: Istio's analyzers find nothing, and one stack goes from one
 * example to the next on the real engine, quiet after each, and leaves nothing.
 */
@Execution(ExecutionMode.SAME_THREAD)
class ExamplesIT {

  private static final String STACK = "examples";

  /** Kinds that stand in a cluster before a store comes; the rest comes with the charts. */
  private static final List<String> KINDS_OF_THE_CLUSTER =
      List.of("gateway-api-", "argo-rollouts-", "base-", "kube-prometheus-stack-");

  @TempDir private Path folder;
  private final Stacks stacks = new Stacks();
  private final StandInForIstiod istiod = new StandInForIstiod();

  /** So that a failure does not spoil the next test. */
  @AfterEach
  void takesDownWhatAFailureLeft() throws Exception {
    istiod.stop();
    stacks.destroyAll();
  }

  @ParameterizedTest
  @MethodSource("com.onlinestore.PlannedStack#examples")
  void istiosOwnAnalyzersFindNothing(Path example) throws IOException {
    Tools.require("istio-analyze");
    new PlannedManifests(PlannedStack.of(STACK, example), folder).areFlawlessToIstiosAnalyzers();
  }

  @Test
  void oneStackGoesFromExampleToExampleAndLeavesNothing() throws Exception {
    Tools.requireCluster();
    bringKinds();
    Set<String> before = Cluster.settled();
    Checkout checkout = Checkout.fromJar(folder);
    List<Path> examples = PlannedStack.examples();
    istiod.start();
    checkout.use(STACK, examples.get(0));
    WorkspaceStack stack = stacks.of(checkout, STACK, Map.of());
    String mesh = mesh(examples.get(0));
    for (Path example : examples) {
      // Another mode or revision of the mesh is another installation, not an update.
      if (!mesh(example).equals(mesh)) {
        Stacks.destroy(stack);
        mesh = mesh(example);
      }
      checkout.use(STACK, example);
      comesUpAndStaysQuiet(stack, example);
    }
    Stacks.destroy(stack);
    assertThat(Cluster.objects()).isEqualTo(before);
  }

  private void comesUpAndStaysQuiet(WorkspaceStack stack, Path example) throws Exception {
    assertThatCode(stack::up).as("up of %s", example).doesNotThrowAnyException();
    Path files = folder.resolve(example.getFileName().toString());
    new PlannedManifests(PlannedStack.of(STACK, example), files).areAcceptedByTheServer();
    assertThat(
            stack.preview(PreviewOptions.builder().expectNoChanges(true).build()).changeSummary())
        .as("second preview of %s", example)
        .containsOnlyKeys(OperationType.SAME);
  }

  static void bringKinds() throws IOException {
    try (Stream<Path> charts = Files.list(Path.of(System.getenv("SIMULATOR_CHARTS")))) {
      for (Path chart : charts.sorted().toList()) {
        if (KINDS_OF_THE_CLUSTER.stream().anyMatch(chart.getFileName().toString()::startsWith)) {
          Path standard = chart.resolve("standard");
          Path kinds = Files.isDirectory(standard) ? standard : chart.resolve("crds");
          Cluster.kubectl(
              "apply", "--server-side", "--force-conflicts", "-R", "-f", kinds.toString());
        }
      }
    }
  }

  private static String mesh(Path example) throws IOException {
    return new ObjectMapper()
        .readTree(
            StackConfig.read(Path.of(".."), STACK, example).config().get("online-store:store"))
        .path("mesh")
        .toString();
  }
}
