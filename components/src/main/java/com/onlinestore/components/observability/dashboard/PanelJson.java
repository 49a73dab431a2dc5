package com.onlinestore.components.observability.dashboard;

import static com.onlinestore.components.observability.dashboard.Json.object;

import com.onlinestore.components.observability.dashboard.Panel.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A panel as Grafana reads it. */
final class PanelJson {

  private PanelJson() {}

  static Map<String, Object> of(Panel panel, int id, Map<String, Integer> position) {
    Map<String, Object> json =
        object("id", id, "type", panel.kind().type(), "title", panel.title(), "gridPos", position);
    if (panel.kind() == Kind.NOTE) {
      json.put("options", object("mode", "markdown", "content", panel.about()));
      return json;
    }
    json.put("description", panel.about());
    json.put("datasource", VariableJson.DATA_SOURCE);
    json.put("targets", targets(panel.queries()));
    json.put("fieldConfig", object("defaults", defaults(panel), "overrides", overrides(panel)));
    json.put("options", options(panel.kind(), !panel.thresholds().isEmpty()));
    if (panel.kind() == Kind.TABLE) {
      json.put("transformations", TableJson.joined(panel.columns()));
    }
    return json;
  }

  /** A, B, C, …: how a panel tells its queries apart. */
  static String refId(int index) {
    return String.valueOf((char) ('A' + index));
  }

  private static List<Map<String, Object>> targets(List<Query> queries) {
    List<Map<String, Object>> targets = new ArrayList<>();
    for (Query query : queries) {
      targets.add(
          object(
              "refId",
              refId(targets.size()),
              "datasource",
              VariableJson.DATA_SOURCE,
              "expr",
              query.expression(),
              "legendFormat",
              query.legend(),
              "format",
              query.form() == Query.Form.ROW ? "table" : "time_series",
              "range",
              query.isLine(),
              "instant",
              !query.isLine(),
              "exemplar",
              query.form() == Query.Form.WITH_EXAMPLES));
    }
    return targets;
  }

  private static Map<String, Object> defaults(Panel panel) {
    Map<String, Object> defaults =
        object(
            "unit",
            panel.unit().id(),
            "links",
            panel.links().stream().map(PanelJson::link).toList());
    if (!panel.thresholds().isEmpty()) {
      defaults.put("thresholds", steps(panel.thresholds()));
    }
    switch (panel.kind()) {
      case GRAPH -> defaults.putAll(lines(panel, "none", 0));
      case STACK -> defaults.putAll(lines(panel, "normal", 40));
      case BARS -> {
        defaults.put("min", 0);
        if (panel.unit() == Unit.SHARE) {
          defaults.put("max", 1);
        }
        defaults.put("color", object("mode", "thresholds"));
      }
      default -> defaults.put("color", object("mode", "thresholds"));
    }
    return defaults;
  }

  private static Map<String, Object> lines(Panel panel, String stacking, int fill) {
    return object(
        "color", object("mode", "palette-classic"),
        "custom",
            object(
                "drawStyle",
                "line",
                "lineWidth",
                1,
                "fillOpacity",
                fill,
                "showPoints",
                "never",
                "spanNulls",
                false,
                "axisSoftMin",
                0,
                "stacking",
                object("mode", stacking, "group", "A"),
                "thresholdsStyle",
                object("mode", panel.thresholds().isEmpty() ? "off" : "dashed")));
  }

  private static List<Map<String, Object>> overrides(Panel panel) {
    return panel.columns().stream().map(TableJson::override).toList();
  }

  private static Map<String, Object> options(Kind kind, boolean coloured) {
    return switch (kind) {
      case GRAPH, STACK ->
          object(
              "legend",
                  object(
                      "displayMode",
                      "list",
                      "placement",
                      "bottom",
                      "showLegend",
                      true,
                      "calcs",
                      List.of()),
              "tooltip", object("mode", "multi", "sort", "desc"));
      case FIGURE ->
          object(
              "reduceOptions", last(),
              "colorMode", coloured ? "background" : "none",
              "graphMode", "none",
              "justifyMode", "auto",
              "orientation", "auto",
              "textMode", "auto");
      case BARS ->
          object(
              "reduceOptions", last(),
              "displayMode", "basic",
              "orientation", "horizontal",
              "showUnfilled", true,
              "valueMode", "color");
      case TABLE -> object("showHeader", true, "cellHeight", "sm");
      case NOTE -> object();
    };
  }

  private static Map<String, Object> last() {
    return object("calcs", List.of("lastNotNull"), "fields", "", "values", false);
  }

  static Map<String, Object> steps(List<Threshold> thresholds) {
    return object(
        "mode",
        "absolute",
        "steps",
        thresholds.stream()
            .map(step -> object("color", step.colour(), "value", step.from()))
            .toList());
  }

  static Map<String, Object> link(Link link) {
    return object("title", link.title(), "url", link.url(), "targetBlank", false);
  }
}
