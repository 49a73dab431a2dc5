package com.onlinestore.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code plan --against} as a person types it, where program and stack file differ. */
class RevisionIT {

  private static final String SUFFIX = "guard(name, \"tracing\", \"tracing\"";

  @Test
  void aChangeOfTheProgramIsComparedWithWhatTheOtherRevisionsProgramPlans(@TempDir Path folder)
      throws IOException {
    Tools.require("mvn", "git");
    Checkout checkout = Checkout.into(folder);
    Path project = checkout.project();
    Tools.run(project, "git", "init", "--quiet", "--initial-branch=main").orFail();
    Tools.run(project, "git", "add", ".").orFail();
    Tools.run(
            project,
            List.of(
                "git",
                "-c",
                "user.name=a",
                "-c",
                "user.email=a@example.com",
                "commit",
                "--quiet",
                "--message=before"))
        .orFail();
    Path guards =
        project.resolve(
            "components/src/main/java/com/onlinestore/components/mesh/MeshedNamespace.java");
    String source = Files.readString(guards);
    assertThat(source).contains(SUFFIX);
    Files.writeString(guards, source.replace(SUFFIX, "guard(name, \"traced\", \"tracing\""));
    checkout.edit("local", "environment: local", "environment: local\n    namespace: shop");

    Tools.Result result =
        Tools.run(
            project,
            List.of(
                "mvn",
                "-q",
                "-B",
                "compile",
                "exec:java",
                "-Dexec.args=plan local --against main"));

    assertThat(result.orFail())
        .contains(
            "The program itself differs: building that of main, and planning stack local by it.")
        .contains("Stack local against main")
        .contains("- Namespace store\n")
        .contains("+ Namespace shop\n")
        .contains("shop/tracing");
    assertThat(project.resolve("target/plan/review.md")).isNotEmptyFile();
    assertThat(Tools.run(project, "git", "worktree", "list").orFail().lines()).hasSize(1);
  }
}
