package com.onlinestore.components.observability.objectives;

import static com.onlinestore.components.Yaml.assertYaml;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import com.onlinestore.components.observability.RequestMetrics;
import com.onlinestore.components.observability.alerts.Alerting;
import com.onlinestore.components.observability.alerts.PrometheusRule;
import com.onlinestore.components.observability.alerts.Rule;
import com.onlinestore.components.observability.alerts.RuleGroup;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the rules find, promtool tries in ObjectivesIT. */
class ObjectiveRulesTest {

  private static final String SERIES =
      "{namespace=\"store\",service=\"orders\",slo=\"availability\"}";

  @Test
  void aPromiseIsRecordedAndAlertedOn() {
    List<RuleGroup> groups = groups("availability: 99.9");

    assertThat(groups).extracting(RuleGroup::name).containsExactly("slo-orders", "slo-orders-long");
    assertThat(names(groups.get(0)))
        .containsExactly(
            "slo:requests:rate5m",
            "slo:bad:rate5m",
            "slo:bad:ratio_rate5m",
            "slo:bad:ratio_rate30m",
            "slo:bad:ratio_rate1h",
            "slo:bad:ratio_rate6h",
            "ErrorBudgetBurningFast",
            "ErrorBudgetBurningFast",
            "ErrorBudgetBurningSlowly");
    assertThat(names(groups.get(1)))
        .containsExactly(
            "slo:bad:ratio_rate3d",
            "slo:bad:ratio_rate30d",
            "slo:objective:ratio",
            "slo:error_budget_remaining:ratio");
  }

  @Test
  void theLimitsAreThoseOfTheWorkbook() {
    assertThat(groups("availability: 99.9").get(0).rules())
        .filteredOn(rule -> rule.alert() != null)
        .extracting(Rule::expr)
        .containsExactly(
            "slo:bad:ratio_rate1h"
                + SERIES
                + " > 0.0144 and slo:bad:ratio_rate5m"
                + SERIES
                + " > 0.0144",
            "slo:bad:ratio_rate6h"
                + SERIES
                + " > 0.006 and slo:bad:ratio_rate30m"
                + SERIES
                + " > 0.006",
            "slo:bad:ratio_rate3d"
                + SERIES
                + " > 0.001 and slo:bad:ratio_rate6h"
                + SERIES
                + " > 0.001");
  }

  @Test
  void anAlertSaysWhatIsAtRiskAndForWhom() {
    Map<String, Object> rule = Map.of("spec", new PrometheusRule(groups("availability: 99.9")));
    assertYaml(
        rule,
        "/spec/groups/0/rules/6/labels",
        """
        namespace: store
        service: orders
        slo: availability
        severity: critical
        team: checkout
        window: 1h
        """);
    assertYaml(
        rule,
        "/spec/groups/0/rules/6/annotations",
        """
        summary: "orders: availability is at risk."
        description: "{{ $value | humanizePercentage }} of its requests in 1h were bad, where 99.9 % must be good: at least 2 % of the budget of 30 days."
        runbook_url: docs/runbooks.md#errorbudgetburningfast
        """);
  }

  @Test
  void aServiceCanHaveARunbookOfItsOwn() {
    assertThat(groups("{availability: 99.9, runbook: 'https://a.example.com/b'}").get(0).rules())
        .filteredOn(rule -> rule.alert() != null)
        .allSatisfy(
            rule ->
                assertThat(rule.annotations())
                    .containsEntry("runbook_url", "https://a.example.com/b"));
  }

  /** More than all requests cannot be bad. */
  @Test
  void anAlertThatCouldNeverFireIsNotMade() {
    assertThat(groups("availability: 90").get(0).rules())
        .filteredOn(rule -> rule.alert() != null)
        .extracting(rule -> rule.labels().get("window"))
        .containsExactly("6h", "3d");
  }

  @Test
  void bothPromisesHaveTheirOwnSeries() {
    assertThat(groups("{availability: 99.9, latency: {threshold: 300ms, target: 99}}"))
        .flatExtracting(RuleGroup::rules)
        .hasSize(26)
        .extracting(rule -> rule.labels().get("slo"))
        .containsOnly("availability", "latency");
  }

  private static List<RuleGroup> groups(String slo) {
    return new ObjectiveRules(
            "orders",
            Yaml.read(SloSettings.class, slo),
            new RequestMetrics("store", RequestMetrics.SIDECAR),
            Alerting.DEFAULTS.of("checkout"))
        .groups();
  }

  private static List<String> names(RuleGroup group) {
    return group.rules().stream()
        .map(rule -> rule.alert() == null ? rule.record() : rule.alert())
        .toList();
  }
}
