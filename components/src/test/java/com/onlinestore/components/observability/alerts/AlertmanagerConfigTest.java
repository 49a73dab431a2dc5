package com.onlinestore.components.observability.alerts;

import static com.onlinestore.components.Yaml.assertYaml;

import com.onlinestore.components.Yaml;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertmanagerConfigTest {

  @Test
  void theFirstRouteThatFitsDecides() {
    assertYaml(
        config(
            """
            receivers:
              on-call: {pagerDuty: {secret: pagerduty, key: routing-key}}
              checkout: {webhook: {secret: chat, key: url}}
            routes:
              - {severity: critical, receiver: on-call}
              - {severity: warning, team: checkout, receiver: checkout}
            otherwise: on-call
            """),
        "/route",
        """
        group_by: [alertname, namespace, service]
        receiver: on-call
        repeat_interval: 4h
        routes:
          - {receiver: "null", matchers: ['alertname = "InfoInhibitor"']}
          - {receiver: "null", matchers: ['alertname = "Watchdog"']}
          - {receiver: on-call, matchers: ['severity = "critical"']}
          - {receiver: checkout, matchers: ['severity = "warning"', 'team = "checkout"']}
        """);
  }

  /** The chart's own route to nobody must find its receiver. */
  @Test
  void whatAlwaysFiresGoesToTheHeartbeatEveryMinute() {
    Map<String, Object> config = config("heartbeat: {secret: heartbeat, key: url}");

    assertYaml(
        config,
        "/route/routes/1",
        """
        receiver: heartbeat
        matchers: ['alertname = "Watchdog"']
        group_wait: 0s
        group_interval: 1m
        repeat_interval: 50s
        """);
    assertYaml(
        config,
        "/receivers",
        """
        - name: "null"
        - name: heartbeat
          webhook_configs:
            - {url_file: /etc/alertmanager/secrets/heartbeat/url, send_resolved: false}
        """);
    assertYaml(config, "/route/receiver", "\"null\"");
  }

  @Test
  void whatIsSecretIsReadFromFiles() {
    Map<String, Object> config =
        config(
            """
            receivers:
              all:
                pagerDuty: {secret: pagerduty, key: routing-key}
                slack: {channel: "#store", url: {secret: slack, key: url}}
                webhook: {secret: chat, key: hook}
                email:
                  to: [a@example.com, b@example.com]
                  from: alerts@example.com
                  smarthost: smtp.example.com:587
                  user: alerts
                  password: {secret: smtp, key: password}
            otherwise: all
            """);
    String files = "/etc/alertmanager/secrets/";

    assertYaml(config, "/receivers/1/name", "all");
    assertYaml(
        config,
        "/receivers/1/pagerduty_configs/0/routing_key_file",
        files + "pagerduty/routing-key");
    assertYaml(config, "/receivers/1/slack_configs/0/api_url_file", files + "slack/url");
    assertYaml(config, "/receivers/1/slack_configs/0/channel", "\"#store\"");
    assertYaml(config, "/receivers/1/webhook_configs", "[{url_file: " + files + "chat/hook}]");
    assertYaml(
        config,
        "/receivers/1/email_configs/0",
        """
        to: a@example.com, b@example.com
        from: alerts@example.com
        smarthost: smtp.example.com:587
        auth_username: alerts
        auth_password_file: /etc/alertmanager/secrets/smtp/password
        send_resolved: true
        """);
  }

  @Test
  void whatIsCriticalSilencesTheWarningsOfTheSameService() {
    assertYaml(
        config("{}"),
        "/inhibit_rules/3",
        """
        source_matchers: [severity = critical, slo =~ .+]
        target_matchers: [severity = warning, slo =~ .+]
        equal: [namespace, service]
        """);
  }

  private static Map<String, Object> config(String settings) {
    return new AlertmanagerConfig(Yaml.read(AlertSettings.class, settings)).all();
  }
}
