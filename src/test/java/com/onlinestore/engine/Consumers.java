package com.onlinestore.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.automation.ConfigValue;
import com.pulumi.automation.OperationType;
import com.pulumi.automation.PreviewResult;
import com.pulumi.automation.WorkspaceStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Stacks with the package of the folder {@code plugin}, in the folder {@code examples} of a fresh
 * clone.
 *
 * @param checkout of the project
 * @param journal of the simulated providers
 * @param stacks to take down
 */
record Consumers(Checkout checkout, Journal journal, Stacks stacks) {

  static Consumers in(Path folder) throws IOException {
    return new Consumers(
        Checkout.into(folder), new Journal(folder.resolve("journal")), new Stacks());
  }

  Path example(String name) {
    return checkout.project().resolve("examples").resolve(name);
  }

  /** Puts a project of the tests beside the examples. */
  Path bring(String name) throws IOException {
    Path project = Files.createDirectory(example(name));
    try (Stream<Path> files = Files.list(Path.of("test/resources/engine/plugin", name))) {
      for (Path file : files.toList()) {
        Files.copy(file, project.resolve(file.getFileName()));
      }
    }
    return project;
  }

  WorkspaceStack stack(Path project) throws Exception {
    return stacks.of(
        new Checkout(project, checkout.backend()),
        "test",
        Map.of("SIMULATOR_JOURNAL", journal.file().toString()));
  }

  static void secret(WorkspaceStack stack, String key, String value) throws Exception {
    stack.setConfig(key, new ConfigValue(value, true));
  }

  /** A store whose cluster the same update makes, with the mesh of somebody else. */
  static void comesUpFromWhatIsNotKnownYet(WorkspaceStack stack) throws Exception {
    ExamplesIT.bringKinds();
    PreviewResult preview = stack.preview();
    assertThat(preview.standardOutput() + preview.standardError())
        .contains(
            "shop: not known before the update, so the preview shows something plain instead:"
                + " services.web.environment.KUBECONFIG_TEXT");
    assertThat(preview.changeSummary()).containsOnlyKeys(OperationType.CREATE);

    stack.up();
    assertThat(Cluster.deployments("shop")).containsOnlyKeys("web-v1");
    Stacks.isQuiet(stack);
  }
}
