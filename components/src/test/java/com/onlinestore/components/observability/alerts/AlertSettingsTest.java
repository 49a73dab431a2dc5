package com.onlinestore.components.observability.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Use;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertSettingsTest {

  private static final String FULL =
      """
      team: platform
      runbooks: https://runbooks.example.com
      receivers:
        on-call: {pagerDuty: {secret: pagerduty, key: routing-key}}
        checkout: {slack: {channel: "#checkout", url: {secret: slack, key: url}}}
      routes:
        - {severity: critical, receiver: on-call}
        - {team: checkout, receiver: checkout}
      otherwise: checkout
      heartbeat: {secret: heartbeat, key: url}
      """;

  @Test
  void byDefaultNobodyIsToldAndRunbooksAreOurs() {
    AlertSettings defaults = read("{}");

    assertThat(defaults).isEqualTo(AlertSettings.defaults());
    assertThat(defaults.silent()).isTrue();
    assertThat(defaults.secrets()).isEmpty();
    assertThat(defaults.alerting()).isEqualTo(new Alerting(null, new Runbook("docs/runbooks.md#")));
    assertThat(defaults.problems(Use.INSTALL)).isEmpty();
  }

  @Test
  void areReadFromAStackFile() {
    AlertSettings read = read(FULL);

    assertThat(read.problems(Use.INSTALL)).isEmpty();
    assertThat(read.silent()).isFalse();
    assertThat(read.secrets()).containsExactly("heartbeat", "pagerduty", "slack");
    assertThat(read.alerting())
        .isEqualTo(new Alerting("platform", new Runbook("https://runbooks.example.com")));
    assertThat(read.receivers().get("on-call"))
        .isEqualTo(
            ReceiverSettingsBuilder.builder()
                .pagerDuty(new SecretKey("pagerduty", "routing-key"))
                .build());
  }

  @Test
  void theClustersOwnerIsTheTeamWhereNoneIsNamed() {
    assertThat(read("{}").ownedBy("store-team").team()).isEqualTo("store-team");
    assertThat(read("team: platform").ownedBy("store-team").team()).isEqualTo("platform");
  }

  @Test
  void everyMistakeIsTold() {
    assertThat(
            read("""
                receivers:
                  "null": {slack: {channel: "#a", url: {secret: slack, key: url}}}
                  silent: {}
                  spare: {webhook: {secret: chat, key: url}}
                routes:
                  - {receiver: spare}
                  - {team: checkout, receiver: spar}
                otherwise: silent
                """)
                .problems(Use.INSTALL))
        .containsExactly(
            new Problem(
                "receivers.null",
                "must be a name of lower-case letters, digits and dashes, and neither null nor"
                    + " heartbeat."),
            new Problem(
                "receivers.silent", "tells nobody: name pagerDuty, slack, email or webhook."),
            new Problem(
                "routes[0]", "fits every alert: name severity or team, or say otherwise: spare."),
            new Problem(
                "routes[1].receiver",
                "\"spar\" is not one of the receivers. Did you mean \"spare\"?"),
            new Problem(
                "runbooks",
                "must say where the runbooks are for whoever is told (null, silent, spare), such as"
                    + " the address of docs/runbooks.md# in your copy of this repository."),
            new Problem(
                "receivers.null", "gets no alerts: no route leads there; add one, or remove it."));
  }

  @Test
  void somebodyMustGetWhatNoRouteFits() {
    assertThat(
            read("""
                runbooks: https://runbooks.example.com
                receivers:
                  hook: {webhook: {secret: chat, key: url}}
                routes: [{severity: critical, receiver: hook}]
                """)
                .problems(Use.INSTALL))
        .containsExactly(
            new Problem(
                "otherwise", "must name the receiver of the alerts that no route fits (hook)."));
  }

  @Test
  void whoeverRunsAnAlertmanagerSaysWhoIsTold() {
    String message =
        "has no effect on an Alertmanager that is not ours (observability.use: existing); remove"
            + " it.";
    assertThat(read(FULL).problems(Use.EXISTING))
        .containsExactly(
            new Problem("receivers", message),
            new Problem("routes", message),
            new Problem("otherwise", message),
            new Problem("heartbeat", message));
    assertThat(read("{team: a, runbooks: 'https://a.example.com'}").problems(Use.EXISTING))
        .isEmpty();
  }

  @Test
  void aRunbookIsAPageOrASection() {
    assertThat(new Runbook("https://a.example.com/").of("TargetDown"))
        .isEqualTo("https://a.example.com/TargetDown");
    assertThat(new Runbook("https://a.example.com").of("TargetDown"))
        .isEqualTo("https://a.example.com/TargetDown");
    assertThat(Runbook.OURS.of("TargetDown")).isEqualTo("docs/runbooks.md#targetdown");
  }

  @Test
  void aRuleSaysWhoMustKnowHowSoonAndWhatToDo() {
    Rule rule =
        new Alert("Broken", Severity.CRITICAL, "up == 0", "5m", "It is.", "Since now.")
            .rule(Alerting.DEFAULTS.of("checkout"), Map.of("window", "1h"));

    Yaml.assertYaml(
        Map.of("rule", rule),
        "/rule",
        """
        alert: Broken
        expr: up == 0
        for: 5m
        labels: {severity: critical, team: checkout, window: 1h}
        annotations:
          summary: It is.
          description: Since now.
          runbook_url: docs/runbooks.md#broken
        record: null
        """);
  }

  private static AlertSettings read(String yaml) {
    return Yaml.read(AlertSettings.class, yaml);
  }
}
