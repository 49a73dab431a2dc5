package com.onlinestore.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.onlinestore.PlannedStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Prometheus and Grafana themselves say of the dashboards of the local stack. */
class DashboardsIT {

  private static final Pages PAGES = Pages.of(PlannedStack.local());

  @TempDir private Path folder;

  @Test
  void everyQuestionIsOneThatPrometheusUnderstands() throws IOException {
    Tools.require("promtool");
    List<Map<String, String>> rules = new ArrayList<>();
    for (String question : PAGES.questions()) {
      rules.add(Map.of("record", "question_" + rules.size(), "expr", question));
    }
    assertThat(rules).hasSizeGreaterThan(100);
    write("rules.yaml", Map.of("groups", List.of(Map.of("name", "all", "rules", rules))));

    assertThat(Tools.run(folder, "promtool", "check", "rules", "rules.yaml").orFail())
        .contains("SUCCESS: " + rules.size() + " rules found");
  }

  /** Of a hundred requests a minute five break, three fail in HTTP and two in gRPC. */
  @Test
  void whatFailedIsTheShareThatAServerIsToBlameFor() throws IOException {
    Tools.require("promtool");
    test(
        question("service-store_orders", "Failed"),
        List.of(
            requests("200", "", 80),
            requests("404", "", 10),
            requests("0", "", 5),
            requests("503", "", 3),
            requests("200", "14", 2)),
        0.1);
  }

  @Test
  void nothingFailedIsZeroAndNoRequestsAreNoAnswer() throws IOException {
    Tools.require("promtool");
    test(question("service-store_orders", "Failed"), List.of(requests("200", "", 80)), 0.0);
    test(question("service-store_orders", "Failed"), List.of(requests("200", "", 0)), null);
  }

  @Test
  void realGrafanaLoadsThem() throws IOException {
    Tools.require("grafana");
    try (Grafana grafana = Grafana.start(folder, PAGES)) {
      for (String file : PAGES.files().keySet()) {
        String uid = file.substring(0, file.lastIndexOf('.'));
        assertThat(grafana.dashboard(uid).get("title"))
            .isEqualTo(PAGES.files().get(file).get("title"));
      }
      assertThat(grafana.said().lines())
          .noneMatch(line -> line.contains("logger=provisioning") && line.contains("level=error"));
    }
  }

  private void test(String question, List<Map<String, String>> series, Double answer)
      throws IOException {
    List<Map<String, Object>> answers =
        answer == null ? List.of() : List.of(Map.of("labels", "{}", "value", answer));
    write(
        "test.yaml",
        Map.of(
            "tests",
            List.of(
                Map.of(
                    "interval",
                    "1m",
                    "input_series",
                    series,
                    "promql_expr_test",
                    List.of(
                        Map.of("expr", question, "eval_time", "30m", "exp_samples", answers))))));
    Tools.run(folder, "promtool", "test", "rules", "test.yaml").orFail();
  }

  private static Map<String, String> requests(String code, String grpc, int aMinute) {
    return Map.of(
        "series",
        ("istio_requests_total{reporter=\"destination\",destination_workload_namespace=\"store\","
                + "destination_canonical_service=\"orders\",destination_canonical_revision=\"v1\","
                + "response_code=\"%s\",grpc_response_status=\"%s\"}")
            .formatted(code, grpc),
        "values",
        "0+%dx60".formatted(aMinute));
  }

  /** What the first panel of that title asks. */
  private static String question(String uid, String title) {
    for (JsonNode panel : PAGES.files().get(uid + ".json").get("panels")) {
      if (panel.get("title").asText().equals(title)) {
        return new Pages(Map.of(uid, panel)).questions().get(0);
      }
    }
    throw new AssertionError("No panel " + title);
  }

  private void write(String file, Map<String, Object> content) throws IOException {
    // JSON is YAML, too.
    Files.writeString(folder.resolve(file), new ObjectMapper().writeValueAsString(content));
  }
}
