package com.onlinestore.components.observability.dashboard;

import static com.onlinestore.components.Yaml.assertYaml;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.onlinestore.components.observability.DataSources;
import com.onlinestore.components.observability.RequestMetrics;
import java.util.List;
import org.junit.jupiter.api.Test;

class DashboardTest {

  private static final Dashboard PAGE =
      new Dashboard(
          "page",
          "A page",
          "A folder",
          List.of(
              Variable.of("version", "Version", List.of("v1", "v2")),
              Variable.ofLabel("namespace", "Namespace", "up", "namespace")),
          List.of(Link.to("Other", "other")),
          List.of(
              Row.of(
                  "Seen",
                  Panel.figure("Share", Unit.SHARE, "up").withThresholds(Threshold.falling(0, 1))),
              Row.closed(
                  "Hidden", Panel.graph("Rate", Unit.REQUESTS, Query.overTime("up", "{{pod}}")))));

  @Test
  void isAConfigMapThatGrafanasSidecarLoadsIntoAFolder() {
    assertYaml(
        PAGE.configMap("orders.dashboard", "store", "store").getMetadata(),
        "",
        """
        name: orders.dashboard
        namespace: store
        annotations: {grafana_folder: A folder}
        labels:
          app.kubernetes.io/name: orders.dashboard
          app.kubernetes.io/part-of: store
          app.kubernetes.io/managed-by: pulumi
          grafana_dashboard: "1"
        """);
    assertThat(PAGE.configMap("a", "b", "c").getData()).containsOnlyKeys("page.json");
  }

  @Test
  void aClosedRowHoldsItsPanelsAndAnOpenOneStandsBeforeThem() {
    JsonNode panels = Pages.json(PAGE).get("panels");

    assertThat(panels)
        .extracting(panel -> panel.get("title").asText())
        .containsExactly("Seen", "Share", "Hidden");
    assertThat(panels.get(0).get("collapsed").asBoolean()).isFalse();
    assertThat(panels.get(0).get("panels")).isEmpty();
    assertThat(panels.get(2).get("collapsed").asBoolean()).isTrue();
    assertThat(panels.get(2).at("/panels/0/title").asText()).isEqualTo("Rate");
  }

  @Test
  void aPanelAsksTheChosenDataSource() {
    JsonNode target = Pages.json(PAGE).at("/panels/1/targets/0");

    assertThat(target.toString())
        .isEqualTo(
            "{\"refId\":\"A\",\"datasource\":{\"type\":\"prometheus\",\"uid\":\"${datasource}\"},"
                + "\"expr\":\"up\",\"legendFormat\":\"\",\"format\":\"time_series\","
                + "\"range\":false,\"instant\":true,\"exemplar\":false}");
  }

  @Test
  void aGraphOfSpansAsksForExamplesToOpen() {
    JsonNode panels =
        Pages.json(
                new ServiceDashboard(
                        new RequestMetrics("store", RequestMetrics.SIDECAR),
                        "orders",
                        List.of("v1"),
                        DataSources.NONE)
                    .dashboard())
            .get("panels");

    assertThat(panels)
        .filteredOn(panel -> panel.at("/targets/0/exemplar").asBoolean())
        .singleElement()
        .satisfies(
            panel ->
                assertThat(panel.at("/targets/0/expr").asText())
                    .contains("service_name=\"orders\",k8s_namespace_name=\"store\""));
  }

  @Test
  void choicesBeginWithThisStacksPrometheusAndWithAllOfTheRest() {
    JsonNode variables = Pages.json(PAGE).at("/templating/list");

    assertThat(variables)
        .extracting(each -> each.get("name").asText())
        .containsExactly("datasource", "version", "namespace");
    assertThat(variables.get(0).at("/current/value").asText()).isEqualTo("prometheus");
    assertThat(variables.get(1).get("query").asText()).isEqualTo("v1,v2");
    assertThat(variables.get(1).at("/current/value/0").asText()).isEqualTo("$__all");
    assertThat(variables.get(2).at("/query/query").asText())
        .isEqualTo("label_values(up, namespace)");
  }

  @Test
  void thresholdsColourAFigure() {
    JsonNode figure = Pages.json(PAGE).at("/panels/1");

    assertThat(figure.at("/options/colorMode").asText()).isEqualTo("background");
    assertThat(figure.at("/fieldConfig/defaults/thresholds/steps").toString())
        .isEqualTo(
            "[{\"color\":\"red\",\"value\":null},{\"color\":\"orange\",\"value\":0.0},"
                + "{\"color\":\"green\",\"value\":1.0}]");
  }
}
