package com.onlinestore.components.observability.dashboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.onlinestore.components.cluster.CostEstimate;
import com.onlinestore.components.cluster.CostItem;
import com.onlinestore.components.observability.DataSources;
import com.onlinestore.components.observability.RequestMetrics;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every page, for a store of two services, and what is in them. */
final class Pages {

  static final RequestMetrics REQUESTS = new RequestMetrics("store", RequestMetrics.SIDECAR);

  private static final DataSources SOURCES = new DataSources(true, true);
  private static final CostEstimate COST =
      new CostEstimate("list prices", List.of(new CostItem("node", 2, 4, new BigDecimal("73.58"))));

  private Pages() {}

  static List<Dashboard> all() {
    return List.of(
        new StoreOverview(
                REQUESTS, List.of("orders", "users"), Optional.of("store-gateway"), SOURCES)
            .dashboard(),
        new ServiceDashboard(REQUESTS, "orders", List.of("v1", "v2"), SOURCES).dashboard(),
        new ServiceDashboard(REQUESTS, "users", List.of("v1"), SOURCES).dashboard(),
        MeshDashboard.dashboard(),
        new ClusterDashboard(COST).dashboard());
  }

  static JsonNode json(Dashboard dashboard) {
    try {
      return new ObjectMapper().readTree(DashboardJson.of(dashboard));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** All panels as Grafana gets them, rows and what is in closed ones included. */
  static List<JsonNode> panels(Dashboard dashboard) {
    List<JsonNode> panels = new ArrayList<>();
    json(dashboard)
        .get("panels")
        .forEach(
            panel -> {
              panels.add(panel);
              panel.path("panels").forEach(panels::add);
            });
    return panels;
  }

  static Stream<String> expressions(Dashboard dashboard) {
    return dashboard.rows().stream()
        .flatMap(row -> row.panels().stream())
        .flatMap(panel -> panel.queries().stream())
        .map(Query::expression);
  }
}
