package com.onlinestore.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.automation.CommandException;
import com.pulumi.automation.OperationType;
import com.pulumi.automation.PreviewResult;
import com.pulumi.automation.WorkspaceStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** {@code bin/online-store}, from a fresh clone. */
@Execution(ExecutionMode.SAME_THREAD)
class LauncherIT {

  private static final String SOURCE = "src/main/java/com/onlinestore/App.java";

  @TempDir private Path folder;

  @Test
  void whatItPrintsIsWhatTheSourcesSayNow() throws IOException {
    Tools.require("mvn");
    Path project = Checkout.into(folder).project();

    assertThat(Tools.runForOutput(project, List.of("bin/online-store", "plan", "local")).orFail())
        .startsWith("Plan of stack local of project online-store\n");
    List<Path> archives = archives(project);
    assertThat(archives).extracting(Path::getFileName).containsExactly(Path.of("plan-local.jsa"));
    FileTime written = Files.getLastModifiedTime(archives.get(0));

    assertThat(plan(project, "local").exitCode()).isZero();
    assertThat(archives(project)).isEqualTo(archives);
    assertThat(Files.getLastModifiedTime(archives.get(0))).isEqualTo(written);

    Path source = project.resolve(SOURCE);
    Files.writeString(
        source, Files.readString(source).replace("public static void main(", "static void main("));
    assertThat(plan(project, "local").exitCode()).isEqualTo(1);
    assertThat(archives(project)).isEqualTo(archives);
  }

  /** {@code mvn verify} makes a jar without the libraries beside it. */
  @Test
  void theJarOfMavenIsNotTakenForItsOwnAndOneOfTwoRunsBuilds() throws IOException {
    Tools.require("mvn");
    Path project = Checkout.into(folder).project();
    Tools.run(project, "mvn", "-q", "-B", "package", "-Dmaven.test.skip=true").orFail();

    assertThat(
            Stream.of("local", "dev")
                .parallel()
                .map(stack -> plan(project, stack).exitCode())
                .toList())
        .containsExactly(0, 0);
    assertThat(archives(project))
        .extracting(each -> each.getFileName().toString())
        .containsExactlyInAnyOrder("plan-local.jsa", "plan-dev.jsa");
    assertThat(archives(project)).extracting(Path::getParent).containsOnly(build(project));
    assertThat(Tools.run(project, "bin/online-store", "--no-transfer-progress", "compile"))
        .as("what `pulumi install` asks of an executor")
        .isEqualTo(new Tools.Result(0, ""));
  }

  @Test
  void aPlanWithMistakesKeepsItsExitCodeAndTeachesNothing() throws IOException {
    Tools.require("mvn");
    Checkout checkout = Checkout.into(folder);
    checkout.edit("local", "calls: [users]", "calls: [usres]");

    Tools.Result result = plan(checkout.project(), "local");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.output()).contains("\"usres\" is not a service of this store.");
    assertThat(archives(checkout.project())).isEmpty();
  }

  @Test
  void pulumiRunsItInPlaceOfMaven() throws Exception {
    Tools.requireCluster();
    Checkout checkout = Checkout.into(folder);
    Files.writeString(
        checkout.project().resolve("Pulumi.yaml"),
        """
        name: online-store
        runtime: {name: java, options: {use-executor: bin/online-store}}
        """);
    WorkspaceStack stack = checkout.stack("local", Map.of());

    PreviewResult first = stack.preview();
    assertThat(first.changeSummary()).containsOnlyKeys(OperationType.CREATE);
    assertThat(archives(checkout.project()))
        .extracting(Path::getFileName)
        .containsExactly(Path.of("program-local.jsa"));
    assertThat(stack.preview().changeSummary()).isEqualTo(first.changeSummary());

    checkout.edit("local", "calls: [users]", "calls: [usres]");
    assertThatThrownBy(stack::preview)
        .isInstanceOf(CommandException.class)
        .hasMessageContaining("\"usres\" is not a service of this store.")
        .hasMessageNotContaining("\tat ");
  }

  private static Tools.Result plan(Path project, String stack) {
    return Tools.run(project, "bin/online-store", "plan", stack);
  }

  private static Path build(Path project) throws IOException {
    return Path.of(Files.readString(project.resolve("target/launcher/last")).strip());
  }

  private static List<Path> archives(Path project) throws IOException {
    try (Stream<Path> files = Files.walk(project.resolve("target/launcher"))) {
      return files.filter(file -> file.getFileName().toString().contains(".jsa")).toList();
    }
  }
}
