package com.onlinestore.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.pulumi.automation.OperationType;
import com.pulumi.automation.UpResult;
import com.pulumi.automation.WorkspaceStack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Pulumi, the canary's controller and the autoscaler on the same objects; the test is the latter
 * two.
 */
@Execution(ExecutionMode.SAME_THREAD)
class CanaryIT {

  private static final String ROUTES = "virtualservice/products--http--canary";
  private static final String SUBSETS = "destinationrule/products--canary";
  private static final String ROLLOUT = "rollout/products-v1";
  private static final String CANARY = "        canary:\n";
  private static final String PRODUCTS =
      "products:\n        image: ghcr.io/stefanprodan/podinfo:6.14.1";

  @TempDir private Path folder;
  private final Stacks stacks = new Stacks();

  @BeforeAll
  static void needsEngineAndCluster() {
    Tools.requireCluster();
  }

  @AfterEach
  void takesDownWhatAFailureLeft() throws Exception {
    stacks.destroyAll();
  }

  @Test
  void nobodyUndoesWhatAnotherDecided() throws Exception {
    Set<String> before = Cluster.objects();
    Checkout checkout = checkout();
    WorkspaceStack stack = stacks.of(checkout, "canary", Map.of());

    stack.up();
    assertThat(Cluster.deployments("store")).containsOnlyKeys("orders-v1");
    assertThat(get(ROLLOUT).at("/spec/template/spec/containers/0/lifecycle/preStop/sleep/seconds"))
        .as("what the API server keeps of the pods")
        .hasToString("10");

    theControllerIsAtTheFirstStep();
    theAutoscalerWantsPods(4);
    Stacks.isQuiet(stack);
    stack.refresh();
    Stacks.isQuiet(stack);
    assertThat(get(ROUTES).at("/spec/http/0/route/1/weight").asInt()).isEqualTo(5);
    assertThat(get(ROLLOUT).at("/spec/replicas").asInt()).isEqualTo(4);

    Stacks.destroy(stack);
    assertThat(Cluster.objects()).isEqualTo(before);
  }

  /**
   * Without an autoscaler: the simulated provider takes an ignored part of a field for the whole
   * field, and would see no change of the Rollout at all.
   */
  @Test
  void aChangeOfOursIsOneUpdateAndLeavesTheOthersShare() throws Exception {
    Checkout checkout = checkout();
    checkout.edit("canary", CANARY, "        replicas: 2\n" + CANARY);
    WorkspaceStack stack = stacks.of(checkout, "canary", Map.of());
    stack.up();
    theControllerIsAtTheFirstStep();

    checkout.edit("canary", PRODUCTS, PRODUCTS.replace("6.14.1", "6.14.0"));
    isOneUpdate(stack.up());
    assertThat(get(ROLLOUT).at("/spec/template/spec/containers/0/image").asText())
        .isEqualTo("ghcr.io/stefanprodan/podinfo:6.14.0");
    assertThat(get(ROUTES).at("/spec/http/0/route/1/weight").asInt()).isEqualTo(5);
  }

  /** Either way what comes is complete before what was goes, and no subset is asked for in vain. */
  @Test
  void aServiceGetsACanaryAndLosesItAgain() throws Exception {
    Set<String> before = Cluster.objects();
    Checkout checkout = checkout();
    String file = Files.readString(checkout.project().resolve("Pulumi.canary.yaml"));
    int begin = file.indexOf(CANARY);
    String settings = file.substring(begin, file.indexOf("      orders:", begin));
    checkout.edit("canary", settings, "");
    WorkspaceStack stack = stacks.of(checkout, "canary", Map.of());
    stack.up();
    assertThat(Cluster.deployments("store")).containsOnlyKeys("orders-v1", "products-v1");

    checkout.edit("canary", "      orders:\n", settings + "      orders:\n");
    stack.up();
    assertThat(Cluster.deployments("store")).containsOnlyKeys("orders-v1");
    assertThat(get(ROUTES).at("/spec/http/0/route/0/weight").asInt()).isEqualTo(100);
    assertThat(get(ROUTES).at("/spec/http/0/route/1/weight").asInt()).isZero();
    assertThat(get(SUBSETS).at("/spec/subsets").findValuesAsText("name"))
        .containsExactly("stable", "canary");
    assertThat(get("hpa/products-v1").at("/spec/scaleTargetRef/kind").asText())
        .isEqualTo("Rollout");
    theControllerIsAtTheFirstStep();

    checkout.edit("canary", settings, "");
    stack.up();
    assertThat(Cluster.deployments("store")).containsOnlyKeys("orders-v1", "products-v1");
    assertThat(get("virtualservice/products--http").at("/spec/http/0/route")).hasSize(1);
    assertThat(get("destinationrule/products").at("/spec/subsets/0/name").asText()).isEqualTo("v1");

    Stacks.destroy(stack);
    assertThat(Cluster.objects()).isEqualTo(before);
  }

  private Checkout checkout() throws Exception {
    Checkout checkout = Checkout.fromJar(folder);
    Files.copy(
        checkout.project().resolve("examples/canary.yaml"),
        checkout.project().resolve("Pulumi.canary.yaml"));
    return checkout;
  }

  /** Which writes whole lists, as Argo Rollouts does. */
  private static void theControllerIsAtTheFirstStep() {
    write(
        ROUTES,
        """
        [{"op": "replace", "path": "/spec/http/0/route/0/weight", "value": 95},
         {"op": "replace", "path": "/spec/http/0/route/1/weight", "value": 5}]
        """);
    write(
        SUBSETS,
        """
        [{"op": "add", "path": "/spec/subsets/0/labels/rollouts-pod-template-hash", "value": "6d"},
         {"op": "add", "path": "/spec/subsets/1/labels/rollouts-pod-template-hash", "value": "7f"},
         {"op": "add", "path": "/metadata/annotations/argo-rollouts.argoproj.io~1managed-by-rollouts",
          "value": "products-v1"}]
        """);
  }

  private static void theAutoscalerWantsPods(int replicas) {
    Cluster.kubectl("-n", "store", "scale", ROLLOUT, "--replicas=" + replicas);
  }

  private static void write(String object, String patch) {
    Cluster.kubectl(
        "-n",
        "store",
        "patch",
        object,
        "--type=json",
        "--field-manager=rollouts-controller",
        "-p",
        patch);
  }

  private static void isOneUpdate(UpResult result) {
    assertThat(result.summary().resourceChanges())
        .contains(entry(OperationType.UPDATE, 1))
        .containsOnlyKeys(OperationType.SAME, OperationType.UPDATE);
  }

  private static JsonNode get(String object) {
    return Cluster.json("-n", "store", "get", object);
  }
}
