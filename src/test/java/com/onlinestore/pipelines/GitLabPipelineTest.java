package com.onlinestore.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What keeps the GitLab pipeline safe, whoever edits it. */
class GitLabPipelineTest {

  private final Map<String, Map<String, Object>> jobs = new TreeMap<>();

  @BeforeEach
  void read() throws IOException {
    Map<String, Object> file =
        new Yaml().load(Files.readString(Scripts.PROJECT.resolve(".gitlab-ci.yml")));
    file.forEach(
        (name, value) -> {
          if (value instanceof Map<?, ?> job && (job.containsKey("rules"))) {
            jobs.put(name, new Yaml().load(new Yaml().dump(job)));
          }
        });
    jobs.remove("workflow");
  }

  @Test
  void aForkReachesNeitherTheTokenNorCredentials() {
    jobs.forEach(
        (name, job) -> {
          String text = job.toString();
          if (text.contains("merge_request_event")
              && (text.contains("TOKEN") || job.containsKey("extends"))) {
            assertThat(text)
                .as(name)
                .contains("&& $CI_MERGE_REQUEST_SOURCE_PROJECT_ID == $CI_PROJECT_ID");
          }
        });
    assertThat(jobs).containsKeys("comment", "preview of merge request");
  }

  @Test
  void everythingButTestsAndPlanWaitsForAVariable() {
    jobs.forEach(
        (name, job) -> {
          if (!name.equals("tests") && !name.equals("plan")) {
            assertThat(job.get("rules").toString())
                .as(name)
                .containsPattern("\\$(DEPLOY|PREVIEW|DRIFT|REVIEW_TOKEN)\\b");
          }
        });
  }

  @Test
  void prodIsStartedByHandAfterItsPreview() {
    Map<String, Object> prod = jobs.get("up of prod");

    assertThat(prod.get("needs").toString()).isEqualTo("[preview of prod]");
    assertThat(prod.get("rules").toString()).contains("when=manual", "$DEPLOY == \"true\"");
  }
}
