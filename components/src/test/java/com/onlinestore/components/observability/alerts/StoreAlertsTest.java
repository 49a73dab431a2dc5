package com.onlinestore.components.observability.alerts;

import static com.onlinestore.components.Yaml.assertYaml;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.kubernetes.Labels;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the expressions find, promtool tries in AlertsIT. */
class StoreAlertsTest {

  @Test
  void aStoreWithoutAGatewayIsNotToldOfOne() {
    assertThat(names(new StoreAlerts("store", Optional.empty(), true, Alerting.DEFAULTS).group()))
        .containsExactly(
            "StoreNotScraped", "WorkloadUnavailable", "ProxyCertificateEnding", "SidecarMissing");
  }

  @Test
  void aStoreWithoutSidecarsMissesNone() {
    assertThat(
            names(new StoreAlerts("shop", Optional.of("door"), false, Alerting.DEFAULTS).group()))
        .containsExactly(
            "StoreNotScraped",
            "WorkloadUnavailable",
            "ProxyCertificateEnding",
            "GatewayFailing",
            "GatewayCertificateEnding");
  }

  @Test
  void everyAlertNamesSeverityTeamRunbookAndHowLongItMustHold() {
    RuleGroup store =
        new StoreAlerts("store", Optional.of("door"), true, Alerting.DEFAULTS.of("a")).group();
    RuleGroup mesh = ClusterAlerts.group(Alerting.DEFAULTS.of("a"));

    for (RuleGroup group : List.of(store, mesh)) {
      assertThat(group.rules())
          .isNotEmpty()
          .allSatisfy(
              rule -> {
                assertThat(rule.pending()).matches("[0-9]+[mh]");
                assertThat(rule.labels()).containsEntry("team", "a").containsKey("severity");
                assertThat(rule.annotations())
                    .containsOnlyKeys("summary", "description", "runbook_url");
              });
    }
  }

  @Test
  void aPrometheusFindsRulesByItsLabels() {
    assertYaml(
        new PrometheusRule(List.of())
            .named(
                Labels.metadata("store-alerts", "store", Map.of("a", "b")),
                Map.of("release", "kps")),
        "/metadata/labels",
        "{a: b, release: kps}");
  }

  private static List<String> names(RuleGroup group) {
    return group.rules().stream().map(Rule::alert).toList();
  }
}
