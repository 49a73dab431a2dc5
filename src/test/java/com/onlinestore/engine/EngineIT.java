package com.onlinestore.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.onlinestore.PlannedStack;
import com.pulumi.automation.CommandException;
import com.pulumi.automation.OperationType;
import com.pulumi.automation.UpResult;
import com.pulumi.automation.WorkspaceStack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The stacks on Pulumi's real engine and a real Kubernetes API server. */
@Execution(ExecutionMode.SAME_THREAD)
class EngineIT {

  private static final Set<String> DEPLOYMENTS =
      Set.of("orders-v1", "payments-v1", "products-v1", "users-v1");

  private static final String PRODUCTS =
      "products:\n        image: ghcr.io/stefanprodan/podinfo:6.14.1";

  @TempDir private Path folder;
  private final Stacks stacks = new Stacks();

  @BeforeAll
  static void needsEngineAndCluster() {
    Tools.requireCluster();
  }

  /** So that a test that fails does not spoil the next. */
  @AfterEach
  void takesDownWhatAFailureLeft() throws Exception {
    stacks.destroyAll();
  }

  @Test
  void theLocalStackComesUpStaysQuietChangesOneDeploymentAndLeavesNothing() throws Exception {
    Set<String> before = Cluster.objects();
    Checkout checkout = Checkout.into(folder);
    WorkspaceStack stack = stacks.of(checkout, "local", Map.of());

    UpResult up = stack.up();
    assertThat(up.outputs().get("url").value()).isEqualTo("http://store.localhost:8080");
    assertThat(Cluster.deployments("store")).containsOnlyKeys(DEPLOYMENTS);
    assertThat(Cluster.deployments("store").values()).allMatch(Cluster::allReady);
    assertThat(sleepBeforeStop("orders-v1")).isEqualTo(10);
    new PlannedManifests(PlannedStack.local(), folder).areAcceptedByTheServer();

    Stacks.isQuiet(stack);

    checkout.edit("local", PRODUCTS, PRODUCTS.replace("6.14.1", "6.14.0"));
    UpResult changed = stack.up();
    assertThat(changed.summary().resourceChanges())
        .contains(entry(OperationType.UPDATE, 1))
        .containsOnlyKeys(OperationType.SAME, OperationType.UPDATE);
    assertThat(imageOf("products-v1")).isEqualTo("ghcr.io/stefanprodan/podinfo:6.14.0");
    assertThat(imageOf("orders-v1")).isEqualTo("ghcr.io/stefanprodan/podinfo:6.14.1");

    Stacks.destroy(stack);
    assertThat(Cluster.objects()).isEqualTo(before);
  }

  @Test
  void aRunThatBreaksInTheMiddleIsFinishedByTheNext() throws Exception {
    Set<String> before = Cluster.objects();
    Checkout checkout = Checkout.into(folder);
    WorkspaceStack broken =
        stacks.of(checkout, "local", Map.of("SIMULATOR_FAIL", "create payments-deployment-v1"));
    assertThatThrownBy(broken::up)
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("simulated outage: create of");
    assertThat(Cluster.deployments("store")).doesNotContainKey("payments-v1");

    WorkspaceStack stack = stacks.of(checkout, "local", Map.of());
    stack.up();
    assertThat(Cluster.deployments("store")).containsOnlyKeys(DEPLOYMENTS);

    Stacks.destroy(stack);
    assertThat(Cluster.objects()).isEqualTo(before);
  }

  @Test
  void aStackFileWithMistakesCreatesNothingAndTellsAllOfThem() throws Exception {
    Checkout checkout = Checkout.into(folder);
    checkout.edit("local", "calls: [users]", "calls: [usres]\n        replica: 3");
    Path journal = folder.resolve("journal");
    WorkspaceStack stack =
        stacks.of(checkout, "local", Map.of("SIMULATOR_JOURNAL", journal.toString()));
    assertThatThrownBy(stack::up)
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("The stack file has 2 problems:")
        .hasMessageContaining(
            "online-store:store services.payments.calls[0]: \"usres\" is not a service of this"
                + " store. Did you mean \"users\"?")
        .hasMessageContaining(
            "online-store:store services.payments.replica: is not a setting. Did you mean"
                + " \"replicas\"?")
        .hasMessageNotContaining("SEVERE")
        .hasMessageNotContaining("\tat ");
    assertThat(journal).doesNotExist();
  }

  @Test
  void aMeshThatWouldNotWorkIsToldBeforeAnythingIsCreated() throws Exception {
    Checkout checkout = Checkout.into(folder);
    checkout.edit(
        "local",
        "hosts: [store.localhost]",
        "hosts: [shop.localhost, \"*.store.localhost\", store.localhost]");
    checkout.edit("local", "{path:", "{host: store.localhost, path:");
    Path journal = folder.resolve("journal");
    WorkspaceStack stack =
        stacks.of(checkout, "local", Map.of("SIMULATOR_JOURNAL", journal.toString()));
    assertThatThrownBy(stack::up)
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("The mesh would not work, so nothing was created:")
        .hasMessageContaining("no VirtualService routes \"shop.localhost\" on this gateway")
        .hasMessageContaining("no VirtualService routes \"*.store.localhost\" on this gateway")
        .hasMessageNotContaining("\tat ");
    assertThat(journal).doesNotExist();
  }

  /** A store without a mesh or Prometheus of its own uses those of the first and breaks nothing. */
  @Test
  void aSecondStoreUsesTheMeshAndThePrometheusOfTheFirst() throws Exception {
    Set<String> before = Cluster.objects();
    Checkout checkout = Checkout.into(folder);
    Files.copy(
        Path.of("test/resources/engine/Pulumi.second.yaml"),
        checkout.project().resolve("Pulumi.second.yaml"));
    WorkspaceStack first = stacks.of(checkout, "local", Map.of());
    first.up();
    List<String> one = stable(Cluster.objects());

    WorkspaceStack second = stacks.of(checkout, "second", Map.of());
    second.up();
    assertThat(Cluster.deployments("outlet").values()).allMatch(Cluster::allReady);
    List<String> added = new ArrayList<>(stable(Cluster.objects()));
    added.removeAll(one);
    assertThat(added)
        .allMatch(
            object ->
                object.contains(" outlet/")
                    || object.contains(" outlet-gateway/")
                    || List.of("Namespace /outlet", "Namespace /outlet-gateway").contains(object));

    Stacks.destroy(second);
    assertThat(stable(Cluster.objects())).isEqualTo(one);
    Stacks.destroy(first);
    assertThat(Cluster.objects()).isEqualTo(before);
  }

  /** Without what comes and goes by itself: pods of the autoscaler, addresses of Services. */
  private static List<String> stable(Set<String> objects) {
    return objects.stream()
        .filter(object -> !object.startsWith("Pod ") && !object.startsWith("IPAddress "))
        .toList();
  }

  private static String imageOf(String service) {
    return Cluster.json("-n", "store", "get", "deployment", service)
        .at("/spec/template/spec/containers/0/image")
        .asText();
  }

  private static int sleepBeforeStop(String service) {
    return Cluster.json("-n", "store", "get", "deployment", service)
        .at("/spec/template/spec/containers/0/lifecycle/preStop/sleep/seconds")
        .asInt();
  }
}
