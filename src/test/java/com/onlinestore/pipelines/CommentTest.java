package com.onlinestore.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One comment on a pull request, always the same, with a review that nobody vouches for. */
class CommentTest {

  private static final String COMMENTS = "/repos/acme/store/issues/12/comments";
  private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";
  private static final String BODY =
      """
      <!-- online-store-plan -->
      Plan of 0123456789ab, made by the [pipeline](https://ci/1) of the change itself.

      ### dev
      """;

  private StandInForge forge;
  @TempDir private Path folder;

  @BeforeAll
  static void needsTheProgramsOfTheScripts() {
    Scripts.requirePrograms("bash", "curl", "jq");
  }

  @BeforeEach
  void start() throws IOException {
    forge = new StandInForge();
  }

  @AfterEach
  void stop() {
    forge.close();
  }

  @Test
  void theFirstReviewBecomesAComment() throws Exception {
    forge.with(COMMENTS, "[]");

    assertThat(post(forge.asGitHub(), review()))
        .isEqualTo(new Scripts.Result(0, "Commented on 12.\n"));
    assertThat(forge.writes()).containsExactly(write("POST " + COMMENTS, BODY));
  }

  @Test
  void theNextReplacesItWhoeverElseWroteSomethingLikeIt() throws Exception {
    ArrayNode comments = StandInForge.JSON.createArrayNode();
    comments.add(comment(1, "mallory", "<!-- online-store-plan --> mine"));
    comments.add(comment(2, "github-actions[bot]", "Thanks!\n<!-- online-store-plan -->"));
    for (int i = 3; i <= 104; i++) {
      comments.add(comment(i, "alice", "talk"));
    }
    comments.add(comment(105, "github-actions[bot]", "<!-- online-store-plan -->\nof yesterday"));
    forge.with(COMMENTS, comments.toString());

    assertThat(post(forge.asGitHub(), review()).output()).isEqualTo("Updated comment 105 of 12.\n");
    assertThat(forge.writes())
        .containsExactly(write("PATCH /repos/acme/store/issues/comments/105", BODY));
  }

  @Test
  void anotherAuthorIsNamed() throws Exception {
    forge.with(COMMENTS, "[" + comment(4, "store-ci", "<!-- online-store-plan -->") + "]");
    Map<String, String> environment = new HashMap<>(forge.asGitHub());
    environment.put("FORGE_AUTHOR", "store-ci");

    assertThat(post(environment, review()).output()).isEqualTo("Updated comment 4 of 12.\n");
  }

  @Test
  void gitLabHasNotesOfWhomTheTokenIs() throws Exception {
    String notes = "/projects/7/merge_requests/12/notes";
    forge
        .with("/user", "{\"username\": \"project_7_bot\"}")
        .with(
            notes,
            """
            [{"id": 1, "author": {"username": "mallory"}, "body": "<!-- online-store-plan -->"},
             {"id": 2, "author": {"username": "project_7_bot"}, "body": "<!-- online-store-plan -->"}]
            """);

    assertThat(post(forge.asGitLab(), review()).output()).isEqualTo("Updated comment 2 of 12.\n");
    assertThat(forge.writes()).containsExactly(write("PUT " + notes + "/2", BODY));
  }

  @Test
  void whatIsTooLongForACommentIsCutAfterALineAndSaysSo() throws Exception {
    forge.with(COMMENTS, "[]");
    Path file = file("<!-- online-store-plan -->\n" + "a line of 20 letters\n".repeat(3200));

    assertThat(post(forge.asGitHub(), file).exitCode()).isZero();
    String body = forge.writes().get(0).body().path("body").asText();
    assertThat(body.length()).isBetween(64_900, 65_000);
    assertThat(body)
        .startsWith(
            "<!-- online-store-plan -->\nPlan of 0123456789ab, made by the"
                + " [pipeline](https://ci/1) of the change itself. **It is cut here**; the whole is"
                + " with the pipeline.\n\na line of 20 letters\n")
        .endsWith("\na line of 20 letters\n");
  }

  @Test
  void whatIsNoReviewIsRefused() throws Exception {
    refuses(file("# Click here\n<!-- online-store-plan -->\n"), "its first line is not %s");
    refuses(file(""), "its first line is not %s");
    refuses(file("%s\n".repeat(20_000)), "it has more than 262144 bytes");
    refuses(folder.resolve("none.md"), "it is not there, or is no file");
    Path link = Files.createSymbolicLink(folder.resolve("link.md"), review());
    refuses(link, "it is not there, or is no file");
  }

  @Test
  void aRefusalOfTheApiFailsAndShowsNoToken() throws Exception {
    Scripts.Result result = post(forge.asGitHub(), review());

    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.output())
        .contains("/repos/acme/store/issues/12/comments?per_page=100&page=1 was refused")
        .doesNotContain("t0ps3cret");
    assertThat(forge.writes()).isEmpty();
  }

  private void refuses(Path file, String reason) throws Exception {
    String marker = "<!-- online-store-plan -->";
    if (Files.exists(file) && !Files.isSymbolicLink(file)) {
      Files.writeString(file, Files.readString(file).replace("%s", marker));
    }
    assertThat(post(forge.asGitHub(), file))
        .isEqualTo(
            new Scripts.Result(1, file + " is not posted: " + reason.formatted(marker) + ".\n"));
    assertThat(forge.writes()).isEmpty();
  }

  private static Scripts.Result post(Map<String, String> environment, Path file) throws Exception {
    return Scripts.run(environment, "comment", "12", file.toString(), COMMIT, "https://ci/1");
  }

  private Path review() throws IOException {
    return file("<!-- online-store-plan -->\n\n### dev\n");
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("review.md"), text);
  }

  private static JsonNode comment(int id, String author, String body) {
    return StandInForge.JSON
        .createObjectNode()
        .put("id", id)
        .put("body", body)
        .set("user", StandInForge.JSON.createObjectNode().put("login", author));
  }

  private static StandInForge.Write write(String request, String body) {
    return new StandInForge.Write(request, StandInForge.JSON.createObjectNode().put("body", body));
  }
}
