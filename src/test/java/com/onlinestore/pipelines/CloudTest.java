package com.onlinestore.pipelines;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an identity token becomes for the clouds' libraries. */
class CloudTest {

  @TempDir private Path project;

  @BeforeAll
  static void needsTheProgramsOfTheScripts() {
    Scripts.requirePrograms("bash", "jq");
  }

  @Test
  void awsGetsARoleAndAFile() throws Exception {
    assertThat(
            sourced(
                "echo $AWS_ROLE_ARN $AWS_REGION $(cat $AWS_WEB_IDENTITY_TOKEN_FILE)"
                    + " ${GOOGLE_APPLICATION_CREDENTIALS-none}",
                Map.of("AWS_ROLE", "arn:aws:iam::111122223333:role/r", "AWS_REGION", "eu-west-1")))
        .isEqualTo("arn:aws:iam::111122223333:role/r eu-west-1 an.id.token none\n");
  }

  @Test
  void googleGetsAFileThatNamesTheTokensFile() throws Exception {
    String output =
        sourced(
            "cat $GOOGLE_APPLICATION_CREDENTIALS",
            Map.of("GCP_PROVIDER", "projects/1/providers/gitlab", "GCP_ACCOUNT", "d@acme.com"));

    JsonNode credentials = StandInForge.JSON.readTree(output);
    assertThat(credentials.path("type").asText()).isEqualTo("external_account");
    assertThat(credentials.path("audience").asText())
        .isEqualTo("//iam.googleapis.com/projects/1/providers/gitlab");
    assertThat(credentials.path("service_account_impersonation_url").asText())
        .endsWith("/serviceAccounts/d@acme.com:generateAccessToken");
    assertThat(Path.of(credentials.at("/credential_source/file").asText()))
        .hasContent("an.id.token");
  }

  private String sourced(String command, Map<String, String> variables) throws Exception {
    Files.createDirectory(project.resolve("ci"));
    Files.copy(Scripts.PROJECT.resolve("ci/cloud.sh"), project.resolve("ci/cloud.sh"));
    Path script = project.resolve("ci/script");
    Files.writeString(
        script, "#!/usr/bin/env bash\nset -euo pipefail\nsource ci/cloud.sh\n" + command + "\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    Map<String, String> environment = new HashMap<>(variables);
    environment.put("ID_TOKEN", "an.id.token");
    environment.put("TMPDIR", project.toString());
    return Scripts.run(project, environment, "script").output();
  }
}
