package com.onlinestore.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.onlinestore.PlannedStack;
import com.onlinestore.plan.PlanFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What other people's tools say of the manifests that a plan writes. */
class ManifestsIT {

  /** Checks that are not followed, each with the objects it is about and the reason. */
  private static final Path IGNORED = Path.of("test/resources/engine/kube-score-ignored.tsv");

  @TempDir private Path folder;

  @Test
  void kubeScoreFindsNothingCriticalButWhatIsIgnoredForAReason() throws IOException {
    Tools.require("kube-score");
    PlanFiles.write(PlannedStack.local(), folder);
    List<Ignored> ignored = ignored();
    List<Ignored> used = new ArrayList<>();
    List<String> critical = new ArrayList<>();
    for (Finding finding : critical(score())) {
      List<Ignored> by = ignored.stream().filter(each -> each.covers(finding)).toList();
      used.addAll(by);
      if (by.isEmpty()) {
        critical.add(finding.toString());
      }
    }
    assertThat(critical).isEmpty();
    assertThat(ignored).as("every ignored check is still needed").allMatch(used::contains);
  }

  /** Of the analyzers of {@code istioctl analyze}, with what controllers will add. */
  @ParameterizedTest
  @ValueSource(strings = {"local", "second"})
  void istiosOwnAnalyzersFindNothing(String stack) throws IOException {
    Tools.require("istio-analyze");
    var plan = stack.equals("local") ? PlannedStack.local() : PlannedStack.second();
    new PlannedManifests(plan, folder).areFlawlessToIstiosAnalyzers();
  }

  private JsonNode score() throws IOException {
    List<String> command = new ArrayList<>(List.of("kube-score", "score", "-o", "json"));
    try (Stream<Path> files = Files.walk(folder.resolve("manifests"))) {
      files.filter(Files::isRegularFile).map(Path::toString).sorted().forEach(command::add);
    }
    return new ObjectMapper().readTree(Tools.run(folder, command).output());
  }

  private static List<Finding> critical(JsonNode scores) {
    List<Finding> findings = new ArrayList<>();
    for (JsonNode object : scores) {
      String name =
          object.at("/object_meta/namespace").asText()
              + "/"
              + object.at("/object_meta/name").asText();
      for (JsonNode check : object.get("checks")) {
        if (!check.get("skipped").asBoolean() && check.get("grade").asInt() == 1) {
          check
              .get("comments")
              .forEach(
                  comment ->
                      findings.add(
                          new Finding(
                              check.at("/check/id").asText(),
                              name,
                              comment.get("summary").asText())));
        }
      }
    }
    return findings;
  }

  private static List<Ignored> ignored() throws IOException {
    return Files.readAllLines(IGNORED).stream()
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .map(line -> line.split("\t"))
        .map(parts -> new Ignored(parts[0], parts[1], parts[2], parts[3]))
        .toList();
  }

  private record Finding(String check, String object, String summary) {}

  private record Ignored(String check, String objects, String summary, String reason) {

    boolean covers(Finding finding) {
      return finding.check().equals(check)
          && finding.object().matches(objects)
          && finding.summary().matches(summary);
    }
  }
}
