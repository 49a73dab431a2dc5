package com.onlinestore.components.observability.dashboard;

import static com.onlinestore.components.observability.dashboard.Json.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What makes one table of the answers to several queries. */
final class TableJson {

  private TableJson() {}

  /** Rows with the same labels become one; columns get their order and their titles. */
  static List<Map<String, Object>> joined(List<Column> columns) {
    Map<String, Object> order = object();
    Map<String, Object> titles = object();
    for (Column column : columns) {
      order.put(column.field(), order.size());
      titles.put(column.field(), column.title());
    }
    return List.of(
        object("id", "merge", "options", object()),
        object(
            "id",
            "organize",
            "options",
            object(
                "excludeByName", object("Time", true),
                "indexByName", order,
                "renameByName", titles)));
  }

  static Map<String, Object> override(Column column) {
    List<Map<String, Object>> properties = new ArrayList<>();
    if (column.unit() != null) {
      properties.add(object("id", "unit", "value", column.unit().id()));
    }
    if (!column.thresholds().isEmpty()) {
      properties.add(object("id", "thresholds", "value", PanelJson.steps(column.thresholds())));
      properties.add(object("id", "custom.cellOptions", "value", object("type", "color-text")));
    }
    if (column.link() != null) {
      properties.add(
          object("id", "links", "value", List.of(PanelJson.link(column.link().withTime()))));
    }
    return object(
        "matcher", object("id", "byName", "options", column.title()), "properties", properties);
  }
}
