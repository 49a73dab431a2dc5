package com.onlinestore.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What keeps the GitHub workflows safe, whoever edits them. */
class WorkflowFilesTest {

  private static final Path FOLDER = Scripts.PROJECT.resolve(".github/workflows");
  private static final Pattern PINNED =
      Pattern.compile("[\\w.-]+/[\\w./-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+");

  @ParameterizedTest
  @MethodSource("workflows")
  void everyActionIsPinnedByDigestAndSaysItsVersion(Path workflow) throws IOException {
    assertThat(actions(workflow))
        .allMatch(
            action ->
                action.startsWith("./.github/workflows/") || PINNED.matcher(action).matches());
  }

  @Test
  void anActionHasOneVersion() throws IOException {
    Map<String, String> versions = new TreeMap<>();
    for (Path workflow : workflows().toList()) {
      for (String action : actions(workflow)) {
        String name = action.split("@")[0];
        assertThat(versions.getOrDefault(name, action)).as(workflow.toString()).isEqualTo(action);
        versions.put(name, action);
      }
    }
    assertThat(versions).hasSizeGreaterThan(5);
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void aWorkflowMayOnlyReadAndAJobSaysWhatItMayWrite(Path workflow) throws IOException {
    JsonNode permissions = read(workflow).path("permissions");

    assertThat(permissions.isObject()).isTrue();
    assertThat(permissions.properties())
        .allMatch(
            each -> each.getKey().equals("contents") && each.getValue().asText().equals("read"));
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void noneRunsAPullRequestsCodeWithTheRightsOfTheBase(Path workflow) throws IOException {
    assertThat(Files.readString(workflow)).doesNotContain("pull_request_target");
  }

  @ParameterizedTest
  @MethodSource("workflows")
  void nobodysTextIsPartOfACommand(Path workflow) throws IOException {
    assertThat(read(workflow).findValuesAsText("run")).noneMatch(run -> run.contains("${{"));
  }

  @Test
  void aPullRequestNeedsNoSecretAndNoRight() throws IOException {
    Path workflow = FOLDER.resolve("pull-request.yml");

    assertThat(Files.readString(workflow))
        .doesNotContain("secrets", "id-token", "vars.", ": write");
    assertThat(read(workflow).findValues("permissions")).hasSize(1);
  }

  @Test
  void theCommentIsMadeByTheDefaultBranchFromAFileOutsideOfIt() throws IOException {
    JsonNode job = read(FOLDER.resolve("comment.yml")).path("jobs").path("comment");

    assertThat(job.path("permissions").properties())
        .extracting(each -> each.getKey() + ": " + each.getValue().asText())
        .containsExactly("actions: read", "contents: read", "pull-requests: write");
    assertThat(job.path("steps").path(0).path("with").path("ref").asText())
        .isEqualTo("${{ github.event.repository.default_branch }}");
    assertThat(job.path("steps").path(1).path("with").path("path").asText())
        .startsWith("${{ runner.temp }}/");
  }

  @Test
  void theCommentFollowsTheWorkflowThatPlans() throws IOException {
    assertThat(read(FOLDER.resolve("comment.yml")).at("/on/workflow_run/workflows/0"))
        .isEqualTo(read(FOLDER.resolve("pull-request.yml")).path("name"));
  }

  @Test
  void credentialsOfAPreviewAreNotForForks() throws IOException {
    assertThat(read(FOLDER.resolve("preview.yml")).at("/jobs/preview/if").asText())
        .contains("github.event.pull_request.head.repo.full_name == github.repository");
  }

  @Test
  void twoUpsOfOneStackNeverRunAtOnce() throws IOException {
    JsonNode jobs = read(FOLDER.resolve("deploy.yml")).path("jobs");

    List<JsonNode> ups =
        jobs.valueStream().filter(job -> job.at("/with/command").asText().equals("up")).toList();
    assertThat(ups).hasSize(2);
    assertThat(ups)
        .allSatisfy(
            job -> {
              assertThat(job.at("/concurrency/group").asText())
                  .isEqualTo("up-" + job.at("/with/stack").asText());
              assertThat(job.at("/concurrency/cancel-in-progress").asBoolean(true)).isFalse();
            });
  }

  static Stream<Path> workflows() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList().stream();
    }
  }

  /** With the comments that follow them. */
  private static List<String> actions(Path workflow) throws IOException {
    return Files.readAllLines(workflow).stream()
        .map(line -> line.strip().replaceFirst("^- ", ""))
        .filter(line -> line.startsWith("uses:"))
        .map(line -> line.substring("uses:".length()).strip())
        .toList();
  }

  private static JsonNode read(Path workflow) throws IOException {
    return new YAMLMapper().readTree(workflow.toFile());
  }
}
