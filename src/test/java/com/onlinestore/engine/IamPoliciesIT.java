package com.onlinestore.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.onlinestore.PlannedStack;
import com.onlinestore.plan.PlannedResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every identity policy of the shipped stacks, statement by statement, by an IAM linter. */
class IamPoliciesIT {

  private static final Path IGNORED = Path.of("test/resources/engine/parliament-ignored.tsv");
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  @BeforeAll
  static void needsTheLinter() {
    Tools.require("parliament");
  }

  @Test
  void theLinterFindsNothingButWhatIsIgnoredForAReason() throws IOException {
    List<String> found = new ArrayList<>();
    for (Map.Entry<String, String> policy : policies().entrySet()) {
      for (JsonNode statement : JSON.readTree(policy.getValue()).path("Statement")) {
        String where = policy.getKey() + "\t" + statement.path("Sid").asText();
        for (String finding : findings(statement)) {
          found.add(where + "\t" + finding);
        }
      }
    }
    assertThat(found).containsExactlyInAnyOrderElementsOf(ignored());
  }

  @Test
  void theLinterIsAsked() throws IOException {
    assertThat(
            findings(
                JSON.readTree(
                    "{\"Sid\": \"Wrong\", \"Effect\": \"Allow\", \"Action\": [\"s3:NoSuchAction\"],"
                        + " \"Resource\": [\"*\"]}")))
        .containsExactly("UNKNOWN_ACTION");
  }

  /**
   * By the name of the resource; what only the deployment knows is replaced by an example of it.
   */
  private static Map<String, String> policies() {
    Map<String, String> policies = new TreeMap<>();
    Stream.of("dev", "prod")
        .flatMap(stack -> PlannedStack.shipped(stack).resources().stream())
        .filter(resource -> resource.type().equals("aws:iam/rolePolicy:RolePolicy"))
        .forEach(resource -> policies.put(resource.name(), policy(resource)));
    assertThat(policies).hasSizeGreaterThan(5);
    return policies;
  }

  private static String policy(PlannedResource resource) {
    return resource
        .inputs()
        .path("policy")
        .asText()
        .replaceAll(
            "<[^<>]*-key\\.arn>",
            "arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d-0000-4000-8000-000000000000")
        .replaceAll("<[^<>]*-logs\\.arn>", "arn:aws:s3:::store-logs-0a1b2c3")
        .replaceAll("<[^<>]*-log\\.arn>", "arn:aws:logs:eu-west-1:111122223333:log-group:flow")
        .replaceAll("<[^<>]*\\.name>", "store-0a1b2c3");
  }

  private List<String> findings(JsonNode statement) throws IOException {
    ObjectNode document = JSON.createObjectNode().put("Version", "2012-10-17");
    document.putArray("Statement").add(statement);
    Path file = Files.writeString(folder.resolve("policy.json"), document.toString());
    String output =
        Tools.runForOutput(folder, List.of("sh", "-c", "parliament --json < " + file.getFileName()))
            .output();
    List<String> findings = new ArrayList<>();
    for (String line : output.lines().toList()) {
      findings.add(JSON.readTree(line).path("issue").asText());
    }
    return findings;
  }

  private static List<String> ignored() throws IOException {
    return Files.readAllLines(IGNORED).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", 4))
        .peek(parts -> assertThat(parts).as("policy, statement, finding, reason").hasSize(4))
        .map(parts -> String.join("\t", parts[0], parts[1], parts[2]))
        .toList();
  }
}
