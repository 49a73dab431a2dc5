package com.onlinestore.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pipelines as their linters see them. */
class WorkflowsIT {

  private static final Path PROJECT = Path.of("..");

  /** With shellcheck, which it asks about commands in workflows. */
  @Test
  void actionlintFindsNothing() {
    Tools.require("actionlint", "shellcheck");
    assertThat(Tools.run(PROJECT, "actionlint")).isEqualTo(new Tools.Result(0, ""));
  }

  /** It looks for ways in: what an attacker's pull request could reach. */
  @Test
  void zizmorFindsNothing() {
    Tools.require("zizmor");
    assertThat(
            Tools.run(PROJECT, "zizmor", "--offline", "--quiet", "--no-progress", ".github")
                .orFail())
        .contains("No findings to report.");
  }

  @Test
  void shellcheckFindsNothing() throws IOException {
    Tools.require("shellcheck");
    List<String> command =
        new ArrayList<>(List.of("shellcheck", "--external-sources", ".ci/run", "bin/online-store"));
    try (Stream<Path> scripts = Files.list(PROJECT.resolve("ci"))) {
      scripts.map(script -> "ci/" + script.getFileName()).sorted().forEach(command::add);
    }
    assertThat(Tools.run(PROJECT, command)).isEqualTo(new Tools.Result(0, ""));
  }

  /** Against GitLab's published schema, which comes with the program. */
  @Test
  void gitLabsSchemaFitsItsPipeline() {
    Tools.require("check-jsonschema");
    Tools.run(PROJECT, "check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", ".gitlab-ci.yml")
        .orFail();
  }
}
