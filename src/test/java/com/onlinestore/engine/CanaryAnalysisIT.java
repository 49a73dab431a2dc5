package com.onlinestore.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.onlinestore.PlannedStack;
import com.onlinestore.components.observability.RequestMetrics;
import com.onlinestore.plan.PlannedResource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The questions of a canary, answered by Prometheus' own engine for pods that count as told.
 *
 * <p>Each is asked with its bound: 1 is where it holds, 0 where not, and no answer is neither.
 */
class CanaryAnalysisIT {

  private static final String NEW = "products-v1-7f9c-abcde";
  private static final String OLD = "products-v1-6d5b-fghij";

  @TempDir private Path folder;

  @BeforeAll
  static void needsPrometheus() {
    Tools.require("promtool");
  }

  @Test
  void aVersionThatAnswersWellAndFastPassesWhateverTheOldOneDoes() throws IOException {
    List<Series> series =
        series(
            requests(NEW, "200", "", 199),
            requests(NEW, "404", "", 50),
            requests(NEW, "500", "", 1),
            requests(OLD, "500", "", 900));
    series.addAll(durations(NEW, 248, 2));

    holds("success-rate", series, 1.0);
    holds("latency", series, 1.0);
  }

  @Test
  void aVersionWithTooManyFailuresFails() throws IOException {
    holds("success-rate", series(requests(NEW, "200", "", 97), requests(NEW, "503", "", 3)), 0.0);
  }

  /** Then no series of successes exists, and dividing by one would be no answer at all. */
  @Test
  void aVersionThatOnlyFailsFails() throws IOException {
    holds("success-rate", series(requests(NEW, "500", "", 20)), 0.0);
  }

  /** As many as Prometheus finds when it first asks, before which it knew of none. */
  @Test
  void failuresBeforeTheFirstReadingCount() throws IOException {
    Series failures = requests(NEW, "503", "", 0);
    holds(
        "success-rate",
        series(requests(NEW, "200", "", 20), new Series(failures.series(), "_x10 12x12")),
        0.0);
  }

  /** A pod that ended meanwhile takes nothing away, and one that began anew nothing either. */
  @Test
  void countersThatEndOrBeginAnewTakeNothingAway() throws IOException {
    Series ended = requests(NEW + "2", "200", "", 0);
    Series again = requests(NEW + "3", "500", "", 0);
    holds(
        "success-rate",
        series(
            requests(NEW, "200", "", 20),
            new Series(ended.series(), "900x12 stale"),
            new Series(again.series(), "900x12 0x8")),
        1.0);
  }

  /** Status 200 to HTTP; and a caller's own mistake, such as 3, is none of the service's. */
  @Test
  void failuresOfGrpcCount() throws IOException {
    holds(
        "success-rate", series(requests(NEW, "200", "0", 90), requests(NEW, "200", "14", 10)), 0.0);
    holds(
        "success-rate", series(requests(NEW, "200", "0", 90), requests(NEW, "200", "3", 10)), 1.0);
  }

  @Test
  void failuresOfBothKindsAreAddedUp() throws IOException {
    holds(
        "success-rate",
        series(
            requests(NEW, "200", "", 500),
            requests(NEW, "500", "", 3),
            requests(NEW, "200", "13", 3)),
        0.0);
    holds("success-rate", series(requests(NEW, "200", "", 500), requests(NEW, "500", "", 3)), 1.0);
  }

  @Test
  void aVersionThatIsTooSlowFails() throws IOException {
    holds("latency", durations(NEW, 90, 10), 0.0);
  }

  @Test
  void withoutRequestsNobodyKnows() throws IOException {
    holds("success-rate", series(requests(OLD, "200", "", 100)), null);
    holds("success-rate", series(requests(NEW, "200", "", 0)), null);
    holds("latency", durations(OLD, 100, 0), null);
  }

  /** Asks the metric, with its bound as a comparison, in a test of promtool. */
  private void holds(String metric, List<Series> series, Double expected) throws IOException {
    JsonNode asked = metric(metric);
    String query = asked.at("/provider/prometheus/query").asText().replace("{{args.hash}}", "7f9c");
    String bound = asked.get("successCondition").asText().replaceFirst("^.*result\\[0] ", "");
    String comparison = bound.replace(" ", " bool ");
    Map<String, Object> test = new LinkedHashMap<>();
    test.put("interval", "15s");
    test.put("input_series", series);
    test.put(
        "promql_expr_test",
        List.of(
            Map.of(
                "expr",
                "(" + query + ") " + comparison,
                "eval_time",
                "4m",
                "exp_samples",
                expected == null
                    ? List.of()
                    : List.of(Map.of("labels", "{}", "value", expected)))));
    Path file = folder.resolve("test.yaml");
    new YAMLMapper().writeValue(file.toFile(), Map.of("tests", List.of(test)));
    Tools.run(folder, "promtool", "test", "rules", file.toString()).orFail();
  }

  private static JsonNode metric(String name) {
    PlannedResource template =
        PlannedStack.example("canary").resources().stream()
            .filter(resource -> resource.type().endsWith(":AnalysisTemplate"))
            .findFirst()
            .orElseThrow();
    JsonNode inputs = new ObjectMapper().valueToTree(template.inputs());
    for (JsonNode metric : inputs.at("/spec/metrics")) {
      if (metric.get("name").asText().equals(name)) {
        return metric;
      }
    }
    throw new AssertionError("no metric " + name);
  }

  private static List<Series> series(Series... series) {
    return new ArrayList<>(List.of(series));
  }

  private static Series requests(String pod, String code, String grpc, int each) {
    return counter(
        RequestMetrics.REQUESTS,
        pod,
        "response_code=\"%s\",grpc_response_status=\"%s\"".formatted(code, grpc),
        each);
  }

  /** In a quarter of a second, or in two to three. */
  private static List<Series> durations(String pod, int fast, int slow) {
    List<Series> buckets = new ArrayList<>();
    Map.of("250", fast, "2500", fast + slow, "5000", fast + slow, "+Inf", fast + slow)
        .forEach(
            (le, each) ->
                buckets.add(
                    counter(RequestMetrics.DURATIONS + "_bucket", pod, "le=\"" + le + "\"", each)));
    return buckets;
  }

  private static Series counter(String metric, String pod, String labels, int each) {
    return new Series(
        "%s{%s,pod=\"%s\",%s}"
            .formatted(
                metric,
                new RequestMetrics("store", RequestMetrics.SIDECAR).to("products"),
                pod,
                labels),
        "0+%dx20".formatted(each));
  }

  /** What promtool reads: a series, and its values every fifteen seconds. */
  private record Series(String series, String values) {}
}
