package com.onlinestore.components.observability.dashboard;

import static com.onlinestore.components.observability.dashboard.Json.object;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A dashboard as Grafana's file provisioning reads it: the classic model, which Grafana 13 still
 * takes.
 */
final class DashboardJson {

  /** Of the model; Grafana brings older ones up to its own by itself. */
  private static final int SCHEMA = 42;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Map<String, Object>> panels = new ArrayList<>();
  private final Layout layout = new Layout();
  private int id;

  private DashboardJson() {}

  static String of(Dashboard dashboard) {
    try {
      return JSON.writeValueAsString(new DashboardJson().write(dashboard));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Maps of text and numbers are always JSON.", e);
    }
  }

  private Map<String, Object> write(Dashboard dashboard) {
    dashboard.rows().forEach(this::add);
    return object(
        "uid", dashboard.uid(),
        "title", dashboard.title(),
        "tags", List.of("online-store"),
        "schemaVersion", SCHEMA,
        "editable", false,
        "graphTooltip", 1,
        "timezone", "browser",
        "refresh", "30s",
        "time", object("from", "now-3h", "to", "now"),
        "annotations", object("list", List.of()),
        "links", dashboard.links().stream().map(DashboardJson::link).toList(),
        "templating",
            object(
                "list",
                Stream.concat(
                        Stream.of(VariableJson.dataSource()),
                        dashboard.variables().stream().map(VariableJson::of))
                    .toList()),
        "panels", panels);
  }

  /** A row that is open stands before its panels, one that is closed holds them. */
  private void add(Row row) {
    int number = ++id;
    Map<String, Integer> heading = layout.heading();
    List<Map<String, Object>> inside = new ArrayList<>();
    List<Map<String, Integer>> positions = layout.place(row.panels());
    for (int i = 0; i < positions.size(); i++) {
      inside.add(PanelJson.of(row.panels().get(i), ++id, positions.get(i)));
    }
    panels.add(
        object(
            "id",
            number,
            "type",
            "row",
            "title",
            row.title(),
            "collapsed",
            !row.open(),
            "gridPos",
            heading,
            "panels",
            row.open() ? List.of() : inside));
    if (row.open()) {
      panels.addAll(inside);
    }
  }

  private static Map<String, Object> link(Link link) {
    return object(
        "title",
        link.title(),
        "type",
        "link",
        "url",
        link.url(),
        "icon",
        "dashboard",
        "tooltip",
        "",
        "tags",
        List.of(),
        "asDropdown",
        false,
        "targetBlank",
        false,
        "includeVars",
        false,
        "keepTime",
        true);
  }
}
