package com.onlinestore.components.observability.alerts;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A receiver as Alertmanager reads it; what is secret is read from a file. */
record AlertReceiver(String name, ReceiverSettings settings) {

  /** Without a common severity an event would be refused. */
  private static final String SEVERITY =
      "{{ if .CommonLabels.severity }}{{ .CommonLabels.severity }}{{ else }}error{{ end }}";

  private static final String TITLE =
      "[{{ .Status | toUpper }}] {{ .GroupLabels.alertname }} {{ .GroupLabels.namespace }}"
          + " {{ .GroupLabels.service }}";

  private static final String EACH =
      "{{ range .Alerts }}*{{ .Labels.severity }}* {{ .Annotations.summary }}\n"
          + "{{ .Annotations.description }}\n{{ .Annotations.runbook_url }}\n{{ end }}";

  Map<String, Object> config() {
    Map<String, Object> config = new TreeMap<>();
    config.put("name", name);
    if (settings.pagerDuty() != null) {
      config.put("pagerduty_configs", List.of(pagerDuty(settings.pagerDuty())));
    }
    if (settings.slack() != null) {
      config.put("slack_configs", List.of(slack(settings.slack())));
    }
    if (settings.email() != null) {
      config.put("email_configs", List.of(email(settings.email())));
    }
    if (settings.webhook() != null) {
      config.put("webhook_configs", List.of(Map.of("url_file", settings.webhook().file())));
    }
    return config;
  }

  private static Map<String, Object> pagerDuty(SecretKey key) {
    return Map.of("routing_key_file", key.file(), "severity", SEVERITY, "description", TITLE);
  }

  private static Map<String, Object> slack(SlackSettings slack) {
    return Map.of(
        "api_url_file",
        slack.url().file(),
        "channel",
        slack.channel(),
        "send_resolved",
        true,
        "title",
        TITLE,
        "text",
        EACH);
  }

  private static Map<String, Object> email(EmailSettings email) {
    return Map.of(
        "to", String.join(", ", email.to()),
        "from", email.from(),
        "smarthost", email.smarthost(),
        "auth_username", email.user(),
        "auth_password_file", email.password().file(),
        "send_resolved", true);
  }
}
