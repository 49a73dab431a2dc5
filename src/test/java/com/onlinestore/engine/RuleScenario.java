package com.onlinestore.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.onlinestore.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The rules of a plan, what Prometheus would scrape, a sample a minute, and what must follow.
 * Values are as promtool writes them: {@code 0+60x120} begins at 0 and adds 60 for 120 minutes.
 */
final class RuleScenario {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path folder;
  private final ArrayNode series = MAPPER.createArrayNode();
  private final ArrayNode expectations = MAPPER.createArrayNode();

  RuleScenario(Plan plan, Path folder) throws IOException {
    this.folder = folder;
    Files.writeString(folder.resolve("rules.yaml"), rules(plan).toString());
  }

  /** The file with the rules is one that Prometheus takes, and says nothing twice. */
  void checked() {
    Tools.run(folder, "promtool", "check", "rules", "--lint-fatal", "rules.yaml").orFail();
  }

  RuleScenario series(String name, String values) {
    series.addObject().put("series", name).put("values", values);
    return this;
  }

  /** The value of {@code expr} after so much time; {@code null} for none. */
  RuleScenario gives(String after, String expr, Double value) {
    ObjectNode expectation =
        expectations.addObject().put("eval_time", after).put("expr", "sum(" + expr + ")");
    if (value != null) {
      expectation.putArray("exp_samples").addObject().put("labels", "{}").put("value", value);
    }
    return this;
  }

  /** How many alerts fire after so much time; each by its name and, if it has one, its window. */
  RuleScenario fires(String after, String alert, int times) {
    return gives(
        after, "count(ALERTS{alertstate=\"firing\"," + alert + "}) or vector(0)", (double) times);
  }

  /** No alert fires, whatever its name. */
  RuleScenario silent(String after) {
    return fires(after, "alertname!=\"\"", 0);
  }

  void holds() throws IOException {
    ObjectNode test = MAPPER.createObjectNode().put("interval", "1m");
    test.set("input_series", series);
    test.set("promql_expr_test", expectations);
    ObjectNode file = MAPPER.createObjectNode().put("evaluation_interval", "1m");
    file.putArray("rule_files").add("rules.yaml");
    file.putArray("tests").add(test);
    Files.writeString(folder.resolve("test.yaml"), file.toString());
    Tools.run(folder, "promtool", "test", "rules", "test.yaml").orFail();
  }

  private static JsonNode rules(Plan plan) {
    ObjectNode rules = MAPPER.createObjectNode();
    ArrayNode groups = rules.putArray("groups");
    plan.resources().stream()
        .map(resource -> resource.inputs())
        .filter(inputs -> inputs.path("kind").asText().equals("PrometheusRule"))
        .forEach(inputs -> inputs.at("/spec/groups").forEach(groups::add));
    return rules;
  }
}
