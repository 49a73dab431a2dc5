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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** {@code bin/online-store}, from a fresh clone. */
@Execution(ExecutionMode.SAME_THREAD)
class LauncherIT {

  /** An option that only Java 24 and later have: to lay out linked classes ahead of time. */
  private static final String AHEAD = "-XX:AOTMode=off";

  private static final String SOURCE = "src/main/java/com/onlinestore/App.java";

  @TempDir private Path folder;

  @Test
  void whatItPrintsIsWhatTheSourcesSayNow() throws IOException {
    Tools.require("mvn");
    Path project = Checkout.into(folder).project();

    assertThat(Tools.runForOutput(project, List.of("bin/online-store", "plan", "local")).orFail())
        .startsWith("Plan of stack local of project online-store\n");
    List<Path> archives = archives(project);
    assertThat(archives).extracting(LauncherIT::run).containsExactly("plan-local");
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

  /** Java 24 and later write another kind of archive, and warn of libraries that are not ours. */
  @Test
  void aNewerJavaWritesAnArchiveOfItsOwnAndSaysTheSame() throws IOException {
    Tools.require("mvn");
    List<String> plan = List.of("bin/online-store", "plan", "local");
    List<String> newer = new ArrayList<>(List.of("env", "JAVA_HOME=" + newerJava()));
    newer.addAll(plan);
    Path project = Checkout.into(folder).project();
    String text = Tools.runForOutput(project, plan).orFail();

    assertThat(Tools.run(project, newer)).as("first").isEqualTo(new Tools.Result(0, text));
    assertThat(archives(project)).hasSize(2).extracting(LauncherIT::run).containsOnly("plan-local");
    assertThat(Tools.run(project, newer)).as("second").isEqualTo(new Tools.Result(0, text));
    assertThat(Tools.run(project, plan)).as("the first Java").isEqualTo(new Tools.Result(0, text));
    assertThat(archives(project)).hasSize(2);
  }

  @Test
  void aJavaHomeWithoutAJavaIsTold() throws IOException {
    Tools.require("mvn");
    Path project = Checkout.into(folder).project();
    assertThat(plan(project, "local").exitCode()).isZero();

    assertThat(Tools.run(project, "env", "JAVA_HOME=/nowhere", "bin/online-store", "plan", "local"))
        .isEqualTo(
            new Tools.Result(
                1,
                "There is no /nowhere/bin/java to run: set JAVA_HOME to the folder of a JDK, or the"
                    + " PATH.\n"));
  }

  /** From a folder of the {@code PATH}, say. */
  @Test
  void aLinkToItFindsTheProject() throws IOException {
    Tools.require("mvn");
    Path project = Checkout.into(folder.resolve("a folder")).project();
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Files.createSymbolicLink(bin.resolve("store"), Path.of("../a folder/project/bin/online-store"));
    List<String> plan = List.of("../../bin/store", "plan", "local", "--out", bin + "/plan");

    assertThat(Tools.runForOutput(project, plan).orFail())
        .startsWith("Plan of stack local of project online-store\n");
    assertThat(project.resolve("target/launcher/last")).exists();
  }

  /** Somebody else's checkout. */
  @Test
  void whereItCannotWriteItRunsWhatIsBuilt() throws IOException {
    Tools.require("mvn", "setpriv");
    Path project = Checkout.into(folder).project();
    List<String> plan =
        new ArrayList<>(List.of("bin/online-store", "plan", "local", "--out", folder + "/plan"));
    String text = Tools.runForOutput(project, plan).orFail();
    Path build = build(project);
    assertThat(Files.getPosixFilePermissions(build))
        .as("others may read, as everywhere in the checkout")
        .isEqualTo(Files.getPosixFilePermissions(project.resolve("target/launcher")));
    for (Path archive : archives(project)) {
      Files.delete(archive);
    }
    Tools.run(project, "chmod", "-R", "a-w", "target/launcher").orFail();
    plan.addAll(0, withoutRights(project));

    assertThat(Tools.run(project, plan)).isEqualTo(new Tools.Result(0, text));
    assertThat(archives(project)).isEmpty();
    Tools.run(project, "chmod", "-R", "u+w", "target/launcher").orFail();
  }

  /** It would wait for ever for a lock that nobody holds. */
  @Test
  void aFolderThatCannotBeWrittenIsTold() throws IOException {
    Path project = Checkout.into(folder).project();
    Path builds = Files.createDirectories(project.resolve("target")).resolve("launcher");
    Files.createSymbolicLink(builds, Path.of("/proc"));

    Tools.Result result = plan(project, "local");

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.output())
        .startsWith("The sources are newer than the jar, and it cannot be built: mkdir: ")
        .contains(builds + "/lock");
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
        .extracting(LauncherIT::run)
        .containsExactlyInAnyOrder("plan-local", "plan-dev");
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
        .extracting(LauncherIT::run)
        .containsExactly("program-local");
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

  /** The one before a command that lets root write no more than others may. */
  private static List<String> withoutRights(Path folder) {
    List<String> command = List.of("setpriv", "--bounding-set", "-all", "--inh-caps", "-all");
    List<String> probe = new ArrayList<>(command);
    probe.add("true");
    return Tools.run(folder, probe).exitCode() == 0 ? command : List.of();
  }

  private static List<Path> archives(Path project) throws IOException {
    try (Stream<Path> files = Files.walk(project.resolve("target/launcher"))) {
      return files.filter(file -> run(file).matches("(plan|program)-.*")).toList();
    }
  }

  /** What an archive is for: its name goes on with the number of a Java, and a kind. */
  private static String run(Path archive) {
    return archive.getFileName().toString().replaceFirst("\\..*", "");
  }

  /** One that is installed beside the Java of this test, and can do what {@link #AHEAD} says. */
  private static Path newerJava() throws IOException {
    Path own = Path.of(System.getProperty("java.home")).toRealPath();
    try (Stream<Path> installed = Files.list(own.getParent())) {
      return installed
          .filter(home -> Files.isExecutable(home.resolve("bin/java")))
          .filter(home -> Tools.run(home, "bin/java", AHEAD, "-version").exitCode() == 0)
          .findFirst()
          .orElseGet(
              () -> Assumptions.abort("No Java 24 or later is installed beside " + own + "."));
    }
  }
}
