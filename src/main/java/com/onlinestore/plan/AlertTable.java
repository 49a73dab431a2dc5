package com.onlinestore.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** What is promised, what is told when it is at risk, and to whom. */
final class AlertTable {

  /** What a service's rules say of themselves. */
  private static final String OBJECTIVES = "/metadata/annotations/online-store~1objectives";

  private AlertTable() {}

  static List<String> lines(List<Manifest> manifests) {
    TextTable table = new TextTable("of", "objectives", "alert", "severity", "team");
    manifests.stream()
        .filter(manifest -> manifest.kind().equals("PrometheusRule"))
        .forEach(rules -> add(table, rules));
    return table.lines();
  }

  private static void add(TextTable table, Manifest rules) {
    String of = rules.path();
    String objectives = rules.content().at(OBJECTIVES).asText("");
    for (List<String> alert : alerts(rules)) {
      table.add(of, objectives, alert.get(0), alert.get(1), alert.get(2));
      of = "";
      objectives = "";
    }
  }

  /** Each once: several rules may raise the same. */
  private static Set<List<String>> alerts(Manifest rules) {
    Set<List<String>> alerts = new LinkedHashSet<>();
    for (JsonNode group : rules.content().at("/spec/groups")) {
      StreamSupport.stream(group.path("rules").spliterator(), false)
          .filter(rule -> rule.has("alert"))
          .forEach(rule -> alerts.add(alert(rule)));
    }
    return alerts;
  }

  private static List<String> alert(JsonNode rule) {
    return List.of(
        rule.path("alert").asText(),
        rule.at("/labels/severity").asText(),
        rule.at("/labels/team").asText());
  }
}
