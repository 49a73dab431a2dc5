package com.onlinestore.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.automation.WorkspaceStack;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The stacks in {@code examples/java} as somebody runs them who copied them: each with its own pom,
 * against the library as {@code mvn install} leaves it.
 */
@Execution(ExecutionMode.SAME_THREAD)
class JavaExamplesIT {

  @TempDir private Path folder;
  private final Stacks stacks = new Stacks();
  private Checkout checkout;

  @BeforeEach
  void installsTheLibrary() throws Exception {
    Tools.requireCluster();
    Tools.require("mvn");
    checkout = Checkout.into(folder);
    Tools.run(
            checkout.project(),
            "mvn",
            "-q",
            "-B",
            "install",
            "-DskipTests",
            "-Dspotless.check.skip=true",
            "-pl",
            "components",
            "-am")
        .orFail();
  }

  /** So that a failure does not spoil the next test. */
  @AfterEach
  void takesDownWhatAFailureLeft() throws Exception {
    stacks.destroyAll();
  }

  @Test
  void twoStoresComeUpInOneClusterStayQuietAndLeaveNothing() throws Exception {
    Set<String> before = Cluster.objects();
    WorkspaceStack stack = stack("two-stores");

    stack.up();
    assertThat(Cluster.deployments("shop")).containsOnlyKeys("orders-v1", "products-v1");
    assertThat(Cluster.deployments("outlet")).containsOnlyKeys("orders-v1", "products-v1");
    assertThat(Cluster.deployments("shop").values()).allMatch(Cluster::allReady);
    assertThat(Cluster.deployments("outlet").values()).allMatch(Cluster::allReady);
    Stacks.isQuiet(stack);

    Stacks.destroy(stack);
    assertThat(Cluster.objects()).isEqualTo(before);
  }

  /** The mesh and the Prometheus that the single service needs are those of the other example. */
  @Test
  void aServiceUsesTheMeshOfAnotherStackOnTheClusterOfAThird() throws Exception {
    Set<String> before = Cluster.objects();
    WorkspaceStack cluster = clusterStack();
    cluster.up();
    WorkspaceStack platform = stack("mesh-and-observability");
    platform.up();
    Stacks.isQuiet(platform);
    WorkspaceStack service = stack("single-service");
    service.up();
    assertThat(Cluster.deployments("hello").values()).isNotEmpty().allMatch(Cluster::allReady);
    Stacks.isQuiet(service);

    Stacks.destroy(service);
    Stacks.destroy(platform);
    Stacks.destroy(cluster);
    assertThat(Cluster.objects()).isEqualTo(before);
  }

  private WorkspaceStack stack(String example) throws Exception {
    Checkout copy =
        new Checkout(checkout.project().resolve("examples/java/" + example), checkout.backend());
    return stacks.of(copy, "dev", Map.of());
  }

  /** Stands for whoever made the cluster: its only output is the kubeconfig. */
  private WorkspaceStack clusterStack() throws Exception {
    Path project = Files.createDirectories(folder.resolve("cluster"));
    Files.writeString(
        project.resolve("Pulumi.yaml"),
        """
        name: online-store
        runtime: yaml
        outputs:
          kubeconfig:
            fn::readFile: %s
        """
            .formatted(System.getenv("KUBECONFIG")));
    return stacks.of(new Checkout(project, checkout.backend()), "dev", Map.of());
  }
}
