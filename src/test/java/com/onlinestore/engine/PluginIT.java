package com.onlinestore.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.automation.CommandException;
import com.pulumi.automation.ConfigValue;
import com.pulumi.automation.OperationType;
import com.pulumi.automation.PreviewOptions;
import com.pulumi.automation.PreviewResult;
import com.pulumi.automation.UpResult;
import com.pulumi.automation.WorkspaceStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** Stacks in another language, with the components from a fresh clone. */
@Execution(ExecutionMode.SAME_THREAD)
class PluginIT {

  @TempDir private Path folder;
  private final Stacks stacks = new Stacks();
  private Checkout clone;
  private Journal journal;

  @BeforeAll
  static void needsEngineAndCluster() {
    Tools.requireCluster();
    Tools.require("mvn");
  }

  @BeforeEach
  void clones() throws IOException {
    clone = Checkout.into(folder);
    journal = new Journal(folder.resolve("journal"));
  }

  /** So that a test that fails does not spoil the next. */
  @AfterEach
  void takesDownWhatAFailureLeft() throws Exception {
    stacks.destroyAll();
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
                    clone.project().resolve("plugin").toString())
                .orFail())
        .contains("Added package onlinestore/Online Store");
    assertThat(Files.readString(file)).contains("packages:\n  online-store: ");
  }

  @Test
  void aPlatformAndAStoreComeUpStayQuietKeepSecretsAndGoInOrder() throws Exception {
    Set<String> before = Cluster.objects();
    WorkspaceStack stack = stack("from-yaml");
    secret(stack, "grafanaPassword", "an-administrators-password");
    secret(stack, "kubeconfig", Files.readString(Path.of(System.getenv("KUBECONFIG"))));

    UpResult up = stack.up();
    assertThat(up.outputs().get("url").value()).isEqualTo("http://shop.localhost:8080");
    assertThat(Cluster.deployments("shop")).containsOnlyKeys("web-v1", "stock-v1");
    assertThat(Cluster.deployments("shop").values()).allMatch(Cluster::allReady);
    assertThat(
            Tools.run(clone.backend(), "grep", "-rlE", "administrators-password|admin-token", "."))
        .isEqualTo(new Tools.Result(1, ""));
    isQuiet(stack);

    journal.forget();
    Stacks.destroy(stack);
    journal.inOrder(
        "delete",
        List.of(
            List.of("shop-web-virtual-service", "shop-gateway-listeners"),
            List.of("platform-istio-istiod", "platform-prometheus-release")));
    assertThat(Cluster.objects()).isEqualTo(before);
  }

  @Test
  void whatIsNotKnownYetIsPreviewedAllTheSame() throws Exception {
    WorkspaceStack stack = stack(resource("eks"));
    PreviewResult preview = stack.preview();
    assertThat(preview.standardOutput() + preview.standardError())
        .contains(
            "shop: not known before the update, so the preview shows something plain instead:"
                + " services.web.environment.KUBECONFIG_TEXT");
    assertThat(preview.changeSummary()).containsOnlyKeys(OperationType.CREATE);

    stack.up();
    assertThat(Cluster.deployments("shop")).containsOnlyKeys("web-v1");
    isQuiet(stack);
    journal.forget();
    Stacks.destroy(stack);
    journal.inOrder(
        "delete", List.of(List.of("shop-web-deployment-v1"), List.of("cluster-cluster")));
  }

  @Test
  void mistakesAreToldInTheWordsOfTheStackFile() throws Exception {
    WorkspaceStack stack = stack(resource("mistakes"));
    assertThatThrownBy(stack::preview)
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("\"shop\" has 2 problems:")
        .hasMessageContaining(
            "services.web.calls[0]: \"stok\" is not a service of this store. Did you mean"
                + " \"stock\"?")
        .hasMessageContaining(
            "namespace: \"kube-system\" belongs to Kubernetes or to this platform's own parts;"
                + " choose another.")
        .hasMessageNotContaining("\tat ");
  }

  @Test
  void aSecretInASettingIsRefusedWithoutShowingIt() throws Exception {
    WorkspaceStack stack = stack(resource("leak"));
    secret(stack, "password", "hunter2hunter2");
    assertThatThrownBy(stack::preview)
        .isInstanceOf(CommandException.class)
        .hasMessageContaining(
            "\"leak\": services.web.environment.PASSWORD holds a secret. Put it into a Secret of the"
                + " store's namespace and name that under a service's secrets.")
        .hasMessageNotContaining("hunter2");
  }

  /** A project of the tests, where the examples are. */
  private String resource(String name) throws IOException {
    Path project = Files.createDirectory(clone.project().resolve("examples").resolve(name));
    Files.copy(
        Path.of("test/resources/engine/plugin", name, "Pulumi.yaml"),
        project.resolve("Pulumi.yaml"));
    return name;
  }

  private WorkspaceStack stack(String example) throws Exception {
    Checkout project =
        new Checkout(clone.project().resolve("examples").resolve(example), clone.backend());
    return stacks.of(
        project, "test", Map.of("SIMULATOR_JOURNAL", folder.resolve("journal").toString()));
  }

  private static void secret(WorkspaceStack stack, String key, String value) throws Exception {
    stack.setConfig(key, new ConfigValue(value, true));
  }

  private static void isQuiet(WorkspaceStack stack) throws Exception {
    assertThat(
            stack.preview(PreviewOptions.builder().expectNoChanges(true).build()).changeSummary())
        .containsOnlyKeys(OperationType.SAME);
  }
}
