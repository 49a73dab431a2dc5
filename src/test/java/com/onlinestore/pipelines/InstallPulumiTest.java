package com.onlinestore.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The CLI that reaches the clouds is the one whose sum was written down. */
class InstallPulumiTest {

  @TempDir private Path folder;

  @BeforeAll
  static void needsTheProgramsOfTheScripts() {
    Scripts.requirePrograms("bash", "sha256sum", "tar");
  }

  @Test
  void anotherArchiveIsNotUnpacked() throws Exception {
    String somethingElse = "while [[ $1 != --output ]]; do shift; done; echo archive >\"$2\"";

    Scripts.Result result =
        Scripts.run(
            Scripts.withProgram(folder, "curl", somethingElse),
            "install-pulumi",
            folder.resolve("bin").toString());

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.output()).contains("FAILED");
    assertThat(folder.resolve("bin")).doesNotExist();
  }

  @Test
  void whatIsThereIsNotFetchedAgain() throws Exception {
    Scripts.withProgram(folder, "pulumi", "echo v3.255.0");

    assertThat(
            Scripts.run(
                Scripts.withProgram(folder, "curl", "exit 1"), "install-pulumi", folder.toString()))
        .isEqualTo(new Scripts.Result(0, ""));
  }
}
