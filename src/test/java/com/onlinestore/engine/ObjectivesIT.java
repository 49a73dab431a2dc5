package com.onlinestore.engine;

import com.onlinestore.PlannedStack;
import com.onlinestore.plan.Plan;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Prometheus makes of the objectives of {@code examples/objectives.yaml}. */
class ObjectivesIT {

  private static final Plan PLAN =
      PlannedStack.of("objectives", Path.of("../examples/objectives.yaml"));

  private static final String FAST = "alertname=\"ErrorBudgetBurningFast\"";
  private static final String SLOWLY = "alertname=\"ErrorBudgetBurningSlowly\"";

  @TempDir private Path folder;

  @BeforeEach
  void needsPromtool() {
    Tools.require("promtool");
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "dev", "prod", "gke"})
  void rulesOfEveryStackAreValid(String stack) throws IOException {
    new RuleScenario(PlannedStack.shipped(stack), folder).checked();
  }

  @Test
  void rulesOfTheExampleAreValid() throws IOException {
    new RuleScenario(PLAN, folder).checked();
  }

  /** 99.9 % are promised: the limits are 1.44 %, 0.6 % and 0.1 % of 1000 requests a minute. */
  @ParameterizedTest
  @CsvSource({
    "15, 1, 1, 1", // 14.4 times too fast
    "14, 0, 1, 1", // just below
    "7, 0, 1, 1",
    "5, 0, 0, 1", // just below 6 times
    "2, 0, 0, 1",
    "0.9, 0, 0, 0" // just below what is promised
  })
  void howFastABudgetBurnsDecidesWhoIsTold(String bad, int hour, int sixHours, int threeDays)
      throws IOException {
    traffic("200", "0+985x180")
        .series(orders("500"), "0+" + bad + "x180")
        .series(orders("200").replace("orders-a", "orders-b"), "0+" + (15 - number(bad)) + "x180")
        .fires("3h", FAST + ",window=\"1h\",severity=\"critical\"", hour)
        .fires("3h", FAST + ",window=\"6h\",severity=\"critical\"", sixHours)
        .fires("3h", SLOWLY + ",severity=\"warning\",team=\"checkout\"", threeDays)
        .holds();
  }

  @Test
  void theFirstToBeToldIsToldAfterTwoMinutes() throws IOException {
    scrapedStore()
        .series(orders("200"), "0+1000x60 60900+900x20")
        .series(orders("503"), "0x60 100+100x20")
        .silent("60m")
        .fires("75m", FAST + ",window=\"1h\"", 1)
        .holds();
  }

  @Test
  void aShortSpikeTellsNobody() throws IOException {
    RuleScenario spike =
        scrapedStore()
            .series(orders("200"), "0+1000x1440 1440900+900x3 1444600+1000x120")
            .series(orders("500"), "0x1440 100+100x3 400x120");
    for (String after : new String[] {"24h", "24h2m", "24h4m", "24h6m", "24h10m", "25h"}) {
      spike.silent(after);
    }
    spike.holds();
  }

  @Test
  void alertsEndSoonAfterTheFaultAndTheBudgetRemembersIt() throws IOException {
    scrapedStore()
        .series(orders("200"), "0+1000x720 720900+900x59 774900+1000x120")
        .series(orders("500"), "0x720 100+100x59 6000x120")
        .fires("13h", FAST + ",window=\"1h\"", 1)
        .fires("13h20m", FAST + ",window=\"1h\"", 0)
        .fires("13h50m", FAST, 0)
        .gives("14h50m", "slo:bad:ratio_rate5m{service=\"orders\",slo=\"availability\"}", 0.0)
        .gives(
            "14h50m",
            "slo:error_budget_remaining:ratio{service=\"orders\",slo=\"availability\"} < bool 0",
            1.0)
        .holds();
  }

  @Test
  void withoutRequestsNothingIsBad() throws IOException {
    scrapedStore()
        .series(orders("200"), "7x240")
        .series(orders("500"), "3x240")
        .silent("4h")
        .gives("4h", "slo:bad:ratio_rate3d{service=\"orders\"}", 0.0)
        .gives("4h", "slo:bad:ratio_rate5m{service=\"orders\",slo=\"availability\"}", 0.0)
        .gives("4h", "slo:error_budget_remaining:ratio{service=\"orders\",slo=\"latency\"}", 1.0)
        .holds();
  }

  @Test
  void aServiceThatNobodyEverCalledHasItsWholeBudget() throws IOException {
    scrapedStore()
        .silent("2h")
        .gives("2h", "slo:requests:rate5m", 0.0)
        .gives("2h", "slo:error_budget_remaining:ratio", 5.0)
        .gives("2h", "slo:objective:ratio{service=\"orders\",slo=\"availability\"}", 0.999)
        .gives("2h", "slo:objective:ratio{service=\"orders\",slo=\"latency\"}", 0.99)
        .holds();
  }

  /** A busy hour with few faults and a quiet one with many: every request counts the same. */
  @Test
  void aBudgetIsWeightedByTraffic() throws IOException {
    scrapedStore()
        .series(orders("200"), "0+1000x600 600000+10x600")
        .series(orders("500"), "0x600 0+10x600")
        .gives(
            "20h",
            "round(slo:bad:ratio_rate30d{service=\"orders\",slo=\"availability\"}, 0.001)",
            0.01)
        .holds();
  }

  @ParameterizedTest
  @CsvSource({
    "200, 14, 1", // Unavailable
    "200, 4, 1", // DeadlineExceeded
    "200, 5, 0", // NotFound
    "200, 16, 0", // Unauthenticated
    "200, 0, 0",
    "503, '', 1",
    "0, '', 1", // torn
    "429, '', 0"
  })
  void whatIsTheServicesFault(String code, String grpc, int alerts) throws IOException {
    scrapedStore()
        .series(requests("payments", code, grpc), "0+30x120")
        .series(requests("payments", "200", ""), "0+100x120")
        .fires("2h", FAST + ",service=\"payments\",slo=\"availability\",window=\"1h\"", alerts)
        .fires("2h", "service=\"payments\",slo=\"latency\"", 0)
        .holds();
  }

  /** 99 % within 300ms are promised: the limit is 14.4 %. */
  @ParameterizedTest
  @CsvSource({"300.0, 80, 1", "300, 80, 1", "300.0, 90, 0", "250.0, 10, 0"})
  void slowAnswersBurnTheBudgetOfLatency(String line, int inTime, int alerts) throws IOException {
    scrapedStore()
        .series(durations(line, "200"), "0+" + inTime + "x120")
        .series(durations("+Inf", "200"), "0+100x120")
        .series(
            orders("200").replace("requests_total", "request_duration_milliseconds_count"),
            "0+100x120")
        .fires("2h", FAST + ",slo=\"latency\",window=\"1h\"", alerts)
        .holds();
  }

  @Test
  void aFaultIsNoSlowAnswer() throws IOException {
    scrapedStore()
        .series(durations("300.0", "500"), "0+0x120")
        .series(durations("+Inf", "500"), "0+100x120")
        .fires("2h", "slo=\"latency\"", 0)
        .holds();
  }

  private RuleScenario traffic(String code, String values) throws IOException {
    return scrapedStore().series(orders(code), values);
  }

  /** Without what other alerts are about. */
  private RuleScenario scrapedStore() throws IOException {
    return new RuleScenario(PLAN, folder)
        .series("up{namespace=\"store\",job=\"store/orders\"}", "1x2000")
        .series("pilot_info{version=\"1.30.3\"}", "1x2000");
  }

  private static String orders(String code) {
    return requests("orders", code, "");
  }

  private static String requests(String service, String code, String grpc) {
    return "istio_requests_total{pod=\"%s-a\",%s,response_code=\"%s\",grpc_response_status=\"%s\"}"
        .formatted(service, to(service), code, grpc);
  }

  private static String durations(String line, String code) {
    return "istio_request_duration_milliseconds_bucket{%s,response_code=\"%s\",le=\"%s\"}"
        .formatted(to("orders"), code, line);
  }

  private static String to(String service) {
    return "reporter=\"destination\",destination_workload_namespace=\"store\","
        + "destination_canonical_service=\"%s\"".formatted(service);
  }

  private static double number(String text) {
    return Double.parseDouble(text);
  }
}
