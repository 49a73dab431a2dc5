package com.onlinestore;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.onlinestore.plan.Plan;
import com.onlinestore.plan.PlanFacts;
import com.onlinestore.plan.PlanReport;
import com.onlinestore.plan.PlannedResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code examples/objectives.yaml} brings, and the stacks that say less. */
class ObjectivesExampleTest {

  private static final Plan PLAN =
      PlannedStack.of("objectives", Path.of("../examples/objectives.yaml"));

  @Test
  void everyAlertHasASectionThatSaysWhatToDo() throws IOException {
    String runbooks = Files.readString(Path.of("../docs/runbooks.md"));

    assertThat(alerts(PLAN))
        .hasSizeGreaterThan(20)
        .allSatisfy(
            alert -> {
              String name = alert.path("alert").asText();
              assertThat(runbooks).contains("\n## " + name + "\n");
              assertThat(alert.at("/annotations/runbook_url").asText())
                  .isIn(
                      "https://git.example.com/store/blob/main/docs/runbooks.md#"
                          + name.toLowerCase(Locale.ROOT),
                      "https://git.example.com/payments/runbook");
            });
  }

  @ParameterizedTest
  @CsvSource({"orders, checkout", "products, platform", "store-alerts, platform"})
  void anAlertIsForTheServicesTeamOrTheOneOfAllOthers(String rules, String team) {
    assertThat(alerts(PLAN, rules))
        .isNotEmpty()
        .allSatisfy(alert -> assertThat(alert.at("/labels/team").asText()).isEqualTo(team));
  }

  @Test
  void theClustersOwnerIsToldWhereNoTeamIsNamed() {
    assertThat(alerts(PlannedStack.shipped("dev")))
        .isNotEmpty()
        .allSatisfy(alert -> assertThat(alert.at("/labels/team").asText()).isEqualTo("store-team"));
  }

  @Test
  void customersWithoutAnybodyToTellAreWarnedOf(@TempDir Path folder) throws IOException {
    String warning = "observability.alerts names no receiver";
    Path silent = folder.resolve("silent.yaml");
    Files.writeString(
        silent,
        """
        config:
          online-store:store:
            profile: prod
            observability: {tracing: {zipkin: "http://zipkin.example.com:9411"}}
        """);

    assertThat(PlanReport.of(PlanFacts.of(PlannedStack.of("silent", silent)))).contains(warning);
    assertThat(PlanReport.of(PlanFacts.of(PlannedStack.shipped("prod")))).doesNotContain(warning);
    assertThat(PlanReport.of(PlanFacts.of(PlannedStack.shipped("dev")))).doesNotContain(warning);
  }

  @Test
  void aStoreThatPromisesNothingIsWatchedAllTheSame() {
    assertThat(rules(PlannedStack.second()))
        .extracting(rules -> rules.at("/metadata/name").asText())
        .containsExactly("store-alerts");
  }

  private static Stream<JsonNode> alerts(Plan plan) {
    return rules(plan).flatMap(ObjectivesExampleTest::alerts);
  }

  private static Stream<JsonNode> alerts(Plan plan, String name) {
    return rules(plan)
        .filter(rules -> rules.at("/metadata/name").asText().equals(name))
        .flatMap(ObjectivesExampleTest::alerts);
  }

  private static Stream<JsonNode> alerts(JsonNode rules) {
    return rules.at("/spec/groups").findParents("alert").stream();
  }

  private static Stream<JsonNode> rules(Plan plan) {
    return plan.resources().stream()
        .map(PlannedResource::inputs)
        .filter(inputs -> inputs.path("kind").asText().equals("PrometheusRule"));
  }
}
