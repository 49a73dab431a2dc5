package com.onlinestore.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.onlinestore.components.cluster.DestroyGuard;
import com.pulumi.automation.CommandException;
import com.pulumi.automation.OperationType;
import com.pulumi.automation.PreviewOptions;
import com.pulumi.automation.WorkspaceStack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The stacks that make their cluster, on Pulumi's real engine: the clouds are simulated, the
 * cluster they answer with is a real API server.
 */
@Execution(ExecutionMode.SAME_THREAD)
class ManagedClusterIT {

  private static final Set<String> DEPLOYMENTS =
      Set.of("orders-v1", "payments-v1", "products-v1", "users-v1");

  /** The order in which a cluster on AWS comes up; it goes in the reverse. */
  private static final List<List<String>> EKS =
      List.of(
          List.of("online-store-dev-vpc", "online-store-dev-log", "online-store-dev-key"),
          List.of("online-store-dev-cluster"),
          List.of(
              "online-store-dev-vpc-cni",
              "online-store-dev-kube-proxy",
              "online-store-dev-eks-pod-identity-agent"),
          List.of("online-store-dev-general"),
          List.of(
              "online-store-dev-coredns",
              "online-store-dev-aws-ebs-csi-driver",
              "online-store-dev-metrics-server"),
          List.of("online-store-dev-aws-load-balancer-controller-release"),
          List.of("istio-base"),
          List.of("gateway-release"),
          List.of("gateway-routes-dev.store.example.com"));

  private static final List<List<String>> GKE =
      List.of(
          List.of("online-store-gke-network-vpc"),
          List.of("online-store-gke-encryption-grant", "online-store-gke-network-nat"),
          List.of("online-store-gke-cluster"),
          List.of("online-store-gke-general"),
          List.of("istio-base"),
          List.of("gateway-release"),
          List.of("gateway-routes-gke.store.example.com"));

  @TempDir private Path folder;
  private final Stacks stacks = new Stacks();
  private Checkout checkout;
  private Journal journal;
  private Set<String> before;

  @BeforeAll
  static void needsEngineAndCluster() {
    Tools.requireCluster();
  }

  @BeforeEach
  void remembersTheCluster() throws IOException {
    checkout = Checkout.fromJar(folder);
    journal = new Journal(folder.resolve("journal"));
    before = Cluster.objects();
  }

  /** So that a test that fails does not spoil the next. */
  @AfterEach
  void takesDownWhatAFailureLeft() throws Exception {
    stacks.destroyAll();
  }

  @Test
  void aClusterOnAwsComesUpStaysQuietIsUpdatedAndGoesInOrder() throws Exception {
    WorkspaceStack stack = stack("dev");
    stack.up();
    journal.inOrder("create", EKS);
    isReadyAndQuiet(stack);

    journal.forget();
    checkout.edit(
        "dev",
        "role/online-store-deployer",
        "role/online-store-deployer\n        version: \"1.36\"");
    assertThat(stack.up().summary().resourceChanges())
        .containsOnlyKeys(OperationType.SAME, OperationType.UPDATE);
    assertThat(journal.names("update"))
        .containsExactly("online-store-dev-cluster", "online-store-dev-general");

    checkout.edit("dev", "publicFrom: [203.0.113.0/24]", "publicFrom: [198.51.100.0/24]");
    assertThat(stack.preview(PreviewOptions.builder().build()).changeSummary())
        .containsEntry(OperationType.UPDATE, 1)
        .containsOnlyKeys(OperationType.SAME, OperationType.UPDATE);

    checkout.edit("dev", "owner: store-team", "owner: other-team");
    assertThat(stack.preview(PreviewOptions.builder().build()).changeSummary())
        .containsOnlyKeys(OperationType.SAME, OperationType.UPDATE);

    goesInOrder(stack, EKS);
    stack.up();
    Stacks.destroy(stack);
    assertThat(Cluster.objects()).isEqualTo(before);
  }

  @Test
  void aClusterOnGoogleCloudComesUpStaysQuietIsUpdatedAndGoesInOrder() throws Exception {
    WorkspaceStack stack = stack("gke");
    stack.up();
    journal.inOrder("create", GKE);
    isReadyAndQuiet(stack);

    checkout.edit("gke", "owner: store-team", "owner: other-team");
    assertThat(stack.up().summary().resourceChanges())
        .containsOnlyKeys(OperationType.SAME, OperationType.UPDATE);

    goesInOrder(stack, GKE);
    stack.up();
    Stacks.destroy(stack);
    assertThat(Cluster.objects()).isEqualTo(before);
  }

  /** The Automation API destroys without a preview, which would meet the first refusal late. */
  @Test
  void aProtectedStackRefusesADestroyBeforeItsFirstStepUntilTheStackFileLiftsIt() throws Exception {
    WorkspaceStack stack = stack("prod");
    stack.up();
    isReadyAndQuiet(stack);

    journal.forget();
    assertThatThrownBy(() -> Stacks.destroy(stack))
        .isInstanceOf(CommandException.class)
        .hasMessageContaining(DestroyGuard.NAME + "\" cannot be deleted")
        .hasMessageContaining("because it is protected");
    assertThat(journal.file()).doesNotExist();

    checkout.edit("prod", "    cluster:\n", "    cluster:\n      protected: false\n");
    stack.up();
    Stacks.destroy(stack);
    assertThat(Cluster.objects()).isEqualTo(before);
    assertThat(journal.names("delete"))
        .as("logs outlive the stack, and what keeps them private, too")
        .contains("online-store-prod-loki", "online-store-prod-vpc")
        .noneMatch(name -> name.startsWith("online-store-prod-logs"));
  }

  @Test
  void anApiServerOutOfReachIsToldBeforeAnythingIsPutIntoTheCluster() throws Exception {
    WorkspaceStack stack = stack("dev", Map.of("SIMULATOR_ENDPOINT", "127.0.0.1:1"));
    assertThatThrownBy(stack::up)
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("https://127.0.0.1:1 cannot be reached from here")
        .hasMessageContaining("so nothing was put into the cluster")
        .hasMessageNotContaining("\tat ");
    assertThat(Cluster.objects()).isEqualTo(before);
  }

  @Test
  void theFirstStepOfAPrivateClusterIsTheClusterAndNothingInIt() throws Exception {
    checkout.edit("dev", "    cluster:\n", "    cluster:\n      only: true\n");
    WorkspaceStack first = stack("dev", Map.of("SIMULATOR_ENDPOINT", "127.0.0.1:1"));
    first.up();
    assertThat(Cluster.objects()).isEqualTo(before);
    assertThat(journal.names("create"))
        .contains("online-store-dev-cluster", "online-store-dev-coredns")
        .doesNotContain("istio-base");
  }

  @Test
  void aRunThatBreaksAtTheControlPlaneIsFinishedByTheNext() throws Exception {
    checkout.edit("dev", "    cluster:\n", "    cluster:\n      only: true\n");
    WorkspaceStack broken =
        stack("dev", Map.of("SIMULATOR_FAIL", "create aws:eks/cluster:Cluster"));
    assertThatThrownBy(broken::up)
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("simulated outage: create of");
    assertThat(journal.names("create")).contains("online-store-dev-vpc");

    journal.forget();
    stack("dev").up();
    assertThat(journal.names("create"))
        .contains("online-store-dev-cluster", "online-store-dev-coredns")
        .doesNotContain("online-store-dev-vpc");
  }

  private WorkspaceStack stack(String name) throws Exception {
    return stack(name, Map.of());
  }

  private WorkspaceStack stack(String name, Map<String, String> more) throws Exception {
    Map<String, String> variables = new HashMap<>(more);
    variables.put("SIMULATOR_JOURNAL", journal.file().toString());
    return stacks.of(checkout, name, variables);
  }

  private static void isReadyAndQuiet(WorkspaceStack stack) throws Exception {
    assertThat(Cluster.deployments("store")).containsOnlyKeys(DEPLOYMENTS);
    assertThat(Cluster.deployments("store").values()).allMatch(Cluster::allReady);
    Stacks.isQuiet(stack);
  }

  private void goesInOrder(WorkspaceStack stack, List<List<String>> creation) throws Exception {
    journal.forget();
    Stacks.destroy(stack);
    List<List<String>> reverse = new ArrayList<>(creation);
    Collections.reverse(reverse);
    journal.inOrder("delete", reverse);
    assertThat(Cluster.objects()).isEqualTo(before);
  }
}
