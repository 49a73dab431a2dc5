package com.onlinestore.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which pull request a finished run was for is GitHub's word, and nobody else's. */
class PullRequestTest {

  private StandInForge forge;

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
  void isTheOpenOneWithThatHead() throws Exception {
    forge.with(
        "/repos/acme/store/pulls?state=open&head=bob%3Atopic&base=main",
        "["
            + pull(3, "bob/other", "topic", "c0ffee")
            + ","
            + pull(4, "bob/store", "topic", "c0ffee")
            + "]");

    assertThat(numberOf("bob/store", "topic", "c0ffee")).isEqualTo("4");
  }

  @Test
  void isNoneWhereTheBranchHasMovedOnOrItsRepositoryIsGone() throws Exception {
    forge.with(
        "/repos/acme/store/pulls?state=open&head=bob%3Atopic&base=main",
        "["
            + pull(4, "bob/store", "topic", "badcafe")
            + ","
            + "{\"number\": 5, \"head\": {\"repo\": null, \"ref\": \"topic\", \"sha\": \"c0ffee\"}}]");

    assertThat(numberOf("bob/store", "topic", "c0ffee")).isEmpty();
  }

  @Test
  void aBranchCanBeCalledAnything() throws Exception {
    String branch = "x&base=evil/\"$x";
    forge.with(
        "/repos/acme/store/pulls?state=open&head=bob%3Ax%26base%3Devil%2F%22%24x&base=main",
        "[" + pull(6, "bob/store", branch.replace("\"", "\\\""), "c0ffee") + "]");

    assertThat(numberOf("bob/store", branch, "c0ffee")).isEqualTo("6");
  }

  private String numberOf(String repository, String branch, String commit) throws Exception {
    Scripts.Result result =
        Scripts.run(forge.asGitHub(), "pull-request", repository, branch, commit, "main");
    assertThat(result.exitCode()).as(result.output()).isZero();
    return result.output().strip();
  }

  private static String pull(int number, String repository, String branch, String commit) {
    return "{\"number\": %d, \"head\": {\"repo\": {\"full_name\": \"%s\"}, \"ref\": \"%s\", \"sha\": \"%s\"}}"
        .formatted(number, repository, branch, commit);
  }
}
