package com.onlinestore.components.observability.dashboard;

import static com.onlinestore.components.observability.dashboard.Json.object;

import java.util.List;
import java.util.Map;

/** A choice at the top of a dashboard, as Grafana reads it. */
final class VariableJson {

  /** The Prometheus that is asked; this stack's own has the id that the chart gives it. */
  static final Map<String, Object> DATA_SOURCE =
      object("type", "prometheus", "uid", "${datasource}");

  private VariableJson() {}

  static Map<String, Object> dataSource() {
    return object(
        "name",
        "datasource",
        "label",
        "Data source",
        "type",
        "datasource",
        "query",
        "prometheus",
        "regex",
        "",
        "refresh",
        1,
        "hide",
        0,
        "multi",
        false,
        "includeAll",
        false,
        "options",
        List.of(),
        "current",
        object("text", "Prometheus", "value", "prometheus"));
  }

  static Map<String, Object> of(Variable variable) {
    Map<String, Object> json =
        object(
            "name", variable.name(),
            "label", variable.label(),
            "hide", 0,
            "multi", true,
            "includeAll", true,
            "options", List.of(),
            "current", object("text", List.of("All"), "value", List.of("$__all")));
    if (variable.query() == null) {
      json.put("type", "custom");
      json.put("query", String.join(",", variable.values()));
    } else {
      json.put("type", "query");
      json.put("datasource", DATA_SOURCE);
      json.put("query", object("query", variable.query(), "refId", variable.name()));
      json.put("refresh", 2);
      json.put("sort", 1);
    }
    return json;
  }
}
