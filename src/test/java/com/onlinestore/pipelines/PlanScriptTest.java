package com.onlinestore.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a pipeline asks of the program; a script stands in for Maven. */
class PlanScriptTest {

  @TempDir private Path project;

  @BeforeAll
  static void needsTheProgramsOfTheScripts() {
    Scripts.requirePrograms("bash", "git");
  }

  @Test
  void everyStackFileIsPlannedAgainstWhereTheBranchBegan() throws Exception {
    Files.createDirectory(project.resolve("ci"));
    Files.copy(Scripts.PROJECT.resolve("ci/plan"), project.resolve("ci/plan"));
    assertThat(project.resolve("ci/plan").toFile().setExecutable(true)).isTrue();
    for (String file : List.of("Pulumi.yaml", "Pulumi.prod.yaml", "Pulumi.dev.yaml")) {
      Files.createFile(project.resolve(file));
    }
    git("init", "--quiet", "--initial-branch", "main");
    commit("before");
    String before = git("rev-parse", "HEAD");
    git("checkout", "--quiet", "-b", "topic");
    commit("of the branch");
    git("checkout", "--quiet", "main");
    commit("of somebody else");
    git("checkout", "--quiet", "topic");

    assertThat(
            Scripts.run(
                project,
                Scripts.withProgram(project, "mvn", "echo \"$@\"; exit 2"),
                "plan",
                "main"))
        .isEqualTo(
            new Scripts.Result(
                2,
                "--batch-mode --quiet compile exec:java -Dexec.args=plan dev prod --against "
                    + before
                    + "\n"));
  }

  private void commit(String message) throws Exception {
    git(
        "-c",
        "user.name=a",
        "-c",
        "user.email=a@example.com",
        "-c",
        "commit.gpgsign=false",
        "commit",
        "--quiet",
        "--allow-empty",
        "--message",
        message);
  }

  private String git(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).directory(project.toFile()).start();
    String output = new String(process.getInputStream().readAllBytes());
    assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
    return output.strip();
  }
}
