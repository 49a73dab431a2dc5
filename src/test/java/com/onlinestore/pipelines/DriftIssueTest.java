package com.onlinestore.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.pipelines.StandInForge.Write;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One issue for each stack that is not as it was left, while it is so. */
class DriftIssueTest {

  private static final String ISSUES = "/repos/acme/store/issues";
  private static final String OPEN = ISSUES + "?state=open";
  private static final String GONE =
      "{\"body\": \"It is gone: the stack is as the program made it.\"}";
  private static final String TEXT =
      "<!-- online-store-drift prod -->\\nWhat runs is not what `pulumi up` of stack `prod` left,"
          + " says [this run](https://ci/1).\\n\\n<pre>\\n ~  Deployment orders update"
          + " [diff: &lt;spec&gt;]\\n\\n</pre>\\n\\nTake it back by `pulumi up --refresh`, or put it"
          + " into the stack file or the program (docs/pipelines.md, \\\"Drift\\\"). This issue"
          + " closes itself.";
  private static final String ISSUE =
      "{\"title\": \"Drift of stack prod\", \"body\": \"" + TEXT + "\"}";

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
  void driftOpensAnIssue() throws Exception {
    forge.with(
        OPEN,
        """
        [{"number": 1, "user": {"login": "github-actions[bot]"}, "body": "<!-- online-store-drift dev -->"},
         {"number": 2, "user": {"login": "mallory"}, "body": "<!-- online-store-drift prod -->"},
         {"number": 3, "user": {"login": "github-actions[bot]"}, "pull_request": {},
          "body": "<!-- online-store-drift prod -->"},
         {"number": 4, "user": {"login": "alice"}, "body": null}]
        """);

    assertThat(tell(forge.asGitHub(), drift())).isEqualTo("Opened an issue on stack prod.\n");
    assertThat(forge.writes()).containsExactly(new Write("POST " + ISSUES, ISSUE));
  }

  @Test
  void theNextNightBringsItUpToDate() throws Exception {
    forge.with(OPEN, "[" + open() + "]");

    assertThat(tell(forge.asGitHub(), drift())).isEqualTo("Updated issue 9.\n");
    assertThat(forge.writes()).containsExactly(new Write("PATCH " + ISSUES + "/9", ISSUE));
  }

  @Test
  void itIsClosedWhenTheDriftIsGone() throws Exception {
    forge.with(OPEN, "[" + open() + "]");

    assertThat(tell(forge.asGitHub(), none())).isEqualTo("Closed issue 9.\n");
    assertThat(forge.writes())
        .containsExactly(
            new Write("POST " + ISSUES + "/9/comments", GONE),
            new Write("PATCH " + ISSUES + "/9", "{\"state\": \"closed\"}"));
  }

  @Test
  void withoutDriftAndIssueNothingHappens() throws Exception {
    forge.with(OPEN, "[]");

    assertThat(tell(forge.asGitHub(), none())).isEmpty();
    assertThat(forge.writes()).isEmpty();
  }

  @Test
  void gitLabCallsItOtherwise() throws Exception {
    String issues = "/projects/7/issues";
    forge.with("/user", "{\"username\": \"project_7_bot\"}").with(issues + "?state=opened", "[]");
    tell(forge.asGitLab(), drift());
    forge.with(
        issues + "?state=opened",
        """
        [{"id": 900, "iid": 9, "author": {"username": "project_7_bot"},
          "description": "<!-- online-store-drift prod -->"}]
        """);
    tell(forge.asGitLab(), none());

    assertThat(forge.writes())
        .containsExactly(
            new Write("POST " + issues, ISSUE.replace("\"body\"", "\"description\"")),
            new Write("POST " + issues + "/9/notes", GONE),
            new Write("PUT " + issues + "/9", "{\"state_event\": \"close\"}"));
  }

  private static String open() {
    return "{\"number\": 9, \"user\": {\"login\": \"github-actions[bot]\"},"
        + " \"body\": \"<!-- online-store-drift prod -->\"}";
  }

  private static String tell(Map<String, String> environment, Path file) throws Exception {
    Scripts.Result result =
        Scripts.run(environment, "drift-issue", "prod", file.toString(), "https://ci/1");
    assertThat(result.exitCode()).as(result.output()).isZero();
    return result.output();
  }

  private Path drift() throws IOException {
    return Files.writeString(
        folder.resolve("drift"), " ~  Deployment orders update [diff: <spec>]\n");
  }

  private Path none() throws IOException {
    return Files.writeString(folder.resolve("drift"), "");
  }
}
