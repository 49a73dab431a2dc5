package com.onlinestore.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

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

/** Two control planes and their tags on Pulumi's real engine and a real Kubernetes API server. */
@Execution(ExecutionMode.SAME_THREAD)
class MeshUpgradeIT {

  private static final String TAG = "istio-revision-tag-stable";

  @TempDir private Path folder;
  private final Stacks stacks = new Stacks();
  private final StandInForIstiod istiod = new StandInForIstiod();

  @BeforeAll
  static void needsEngineAndCluster() {
    Tools.requireCluster();
  }

  @AfterEach
  void takesDownWhatAFailureLeft() throws Exception {
    istiod.stop();
    stacks.destroyAll();
  }

  @Test
  void aTagMovesInOneUpdateAndIstiodsCertificateStaysWhereItIs() throws Exception {
    Set<String> before = Cluster.objects();
    Checkout checkout = Checkout.fromJar(folder);
    Files.copy(
        checkout.project().resolve("examples/revisions.yaml"),
        checkout.project().resolve("Pulumi.revisions.yaml"));
    WorkspaceStack stack = stacks.of(checkout, "revisions", Map.of());

    istiod.start();
    stack.up();
    istiod.stop();
    assertThat(Cluster.deployments("store").values()).allMatch(Cluster::allReady);
    assertThat(service()).isEqualTo("istiod-v1-30-a");

    Stacks.isQuiet(stack);

    checkout.edit("revisions", "stable: v1-30-a", "stable: v1-30-b");
    UpResult moved = stack.up();
    // The tag, and which revision checks what people write.
    assertThat(moved.summary().resourceChanges())
        .contains(entry(OperationType.UPDATE, 2))
        .containsOnlyKeys(OperationType.SAME, OperationType.UPDATE);
    assertThat(service()).isEqualTo("istiod-v1-30-b");
    assertThat(tag("/webhooks/0/clientConfig/caBundle")).isEqualTo(StandInForIstiod.CERTIFICATE);

    Stacks.destroy(stack);
    assertThat(Cluster.objects()).isEqualTo(before);
  }

  private static String service() {
    return tag("/webhooks/0/clientConfig/service/name");
  }

  private static String tag(String pointer) {
    return Cluster.json("get", "mutatingwebhookconfiguration", TAG).at(pointer).asText();
  }
}
