package com.onlinestore.engine;

import static com.onlinestore.engine.Consumers.secret;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.automation.CommandException;
import com.pulumi.automation.WorkspaceStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The package from a fresh clone, and what it says to a stack of Pulumi YAML. */
@Execution(ExecutionMode.SAME_THREAD)
class PluginIT {

  @TempDir private Path folder;
  private Consumers consumers;

  @BeforeAll
  static void needsEngineAndCluster() {
    Tools.requireCluster();
    Tools.require("mvn");
  }

  @BeforeEach
  void clones() throws IOException {
    consumers = Consumers.in(folder);
  }

  /** So that a test that fails does not spoil the next. */
  @AfterEach
  void takesDownWhatAFailureLeft() throws Exception {
    consumers.stacks().destroyAll();
  }

  @Test
  void thePackageIsAddedFromAClone() throws Exception {
    Path project = Files.createDirectory(folder.resolve("empty"));
    Path file = Files.writeString(project.resolve("Pulumi.yaml"), "name: empty\nruntime: yaml\n");
    assertThat(
            Tools.run(
                    project,
                    "pulumi",
                    "package",
                    "add",
                    consumers.checkout().project().resolve("plugin").toString())
                .orFail())
        .contains("Added package onlinestore/Online Store");
    assertThat(Files.readString(file)).contains("packages:\n  online-store: ");
  }

  @Test
  void whatIsNotKnownYetIsPreviewedAllTheSame() throws Exception {
    WorkspaceStack stack = consumers.stack(consumers.bring("eks"));
    Consumers.comesUpFromWhatIsNotKnownYet(stack);
    consumers.journal().forget();
    Stacks.destroy(stack);
    consumers
        .journal()
        .inOrder("delete", List.of(List.of("shop-web-deployment-v1"), List.of("cluster-cluster")));
  }

  @Test
  void mistakesAreToldInTheWordsOfTheStackFile() throws Exception {
    WorkspaceStack stack = consumers.stack(consumers.bring("mistakes"));
    assertThatThrownBy(stack::preview)
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("\"shop\" has 2 problems:")
        .hasMessageContaining(
            "services.web.calls[0]: \"stok\" is not a service of this store. Did you mean"
                + " \"stock\"?")
        .hasMessageContaining(
            "namespace: \"kube-system\" belongs to Kubernetes or to this platform's own parts;"
                + " choose another.")
        .hasMessageNotContaining("Multiple exceptions")
        .hasMessageNotContaining("\tat ");
  }

  @Test
  void aSecretInASettingIsRefusedWithoutShowingIt() throws Exception {
    WorkspaceStack stack = consumers.stack(consumers.bring("leak"));
    secret(stack, "password", "hunter2hunter2");
    assertThatThrownBy(stack::preview)
        .isInstanceOf(CommandException.class)
        .hasMessageContaining(
            "\"leak\": services.web.environment.PASSWORD holds a secret. Put it into a Secret of the"
                + " store's namespace and name that under a service's secrets.")
        .hasMessageNotContaining("hunter2");
  }
}
