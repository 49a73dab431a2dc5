package com.onlinestore.components.observability.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.onlinestore.components.cluster.CostEstimate;
import com.onlinestore.components.observability.DataSources;
import com.onlinestore.components.observability.dashboard.Panel.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PagesTest {

  /** Selectors, ranges, and the labels that answers are grouped by. */
  private static final Pattern AROUND =
      Pattern.compile("\"[^\"]*\"|\\{[^}]*}|\\[[^\\]]*]|\\b(by|on) \\([^)]*\\)");

  /** What is left besides functions, operators and numbers. */
  private static final Pattern METRIC = Pattern.compile("\\b[a-z]+[_:][a-z0-9_:]+\\b(?! ?\\()");

  static List<Dashboard> all() {
    return Pages.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void panelsHaveNumbersOfTheirOwnAndDoNotOverlap(Dashboard page) {
    Set<Integer> ids = new HashSet<>();
    Set<String> covered = new HashSet<>();
    for (JsonNode panel : Pages.panels(page)) {
      assertThat(ids.add(panel.get("id").asInt())).isTrue();
      JsonNode at = panel.get("gridPos");
      for (int x = at.get("x").asInt(); x < at.get("x").asInt() + at.get("w").asInt(); x++) {
        assertThat(x).isLessThan(24);
        for (int y = at.get("y").asInt(); y < at.get("y").asInt() + at.get("h").asInt(); y++) {
          assertThat(covered.add(x + "," + y)).as(panel.get("title").asText()).isTrue();
        }
      }
    }
  }

  @Test
  void everyPageHasAnAddressThatGrafanaTakes() {
    assertThat(Pages.all())
        .extracting(Dashboard::uid)
        .doesNotHaveDuplicates()
        .allMatch(uid -> uid.matches("[a-zA-Z0-9_-]{1,40}"));
  }

  @ParameterizedTest
  @MethodSource("all")
  void everyMetricIsOneThatSomebodyExposes(Dashboard page) throws IOException {
    Set<String> unknown =
        Pages.expressions(page)
            .map(expression -> AROUND.matcher(expression).replaceAll(""))
            .flatMap(expression -> METRIC.matcher(expression).results())
            .map(MatchResult::group)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(unknown).isNotEmpty();
    unknown.removeAll(exposed());
    assertThat(unknown).isEmpty();
  }

  /** Where a single query answers, Grafana calls its column otherwise. */
  @ParameterizedTest
  @MethodSource("all")
  void tablesAskMoreThanOneQueryAndShowEachOfThem(Dashboard page) {
    page.rows().stream()
        .flatMap(row -> row.panels().stream())
        .filter(panel -> panel.kind() == Kind.TABLE)
        .forEach(
            table -> {
              assertThat(table.queries()).hasSizeGreaterThan(1);
              assertThat(table.columns())
                  .filteredOn(column -> column.field().startsWith("Value #"))
                  .hasSameSizeAs(table.queries());
              assertThat(table.columns()).extracting(Column::title).doesNotHaveDuplicates();
            });
  }

  @ParameterizedTest
  @MethodSource("all")
  void aPageIsTheSameBytesEveryTimeAndFitsIntoAConfigMap(Dashboard page) {
    Dashboard again =
        Pages.all().stream()
            .filter(other -> other.uid().equals(page.uid()))
            .findAny()
            .orElseThrow();
    assertThat(DashboardJson.of(page)).isEqualTo(DashboardJson.of(again)).hasSizeLessThan(100_000);
  }

  @Test
  void linksBetweenPagesLeadSomewhere() {
    List<String> pages = Pages.all().stream().map(page -> "/d/" + page.uid()).toList();
    assertThat(Pages.all())
        .flatExtracting(Dashboard::links)
        .extracting(Link::url)
        .filteredOn(url -> url.startsWith("/d/"))
        .isSubsetOf(pages)
        .contains("/d/store-store", "/d/service-store_orders", "/d/mesh", "/d/cluster-capacity");
  }

  @Test
  void withAGatewayTheStoresFiguresAreWhatCustomersMeet() {
    assertThat(firstFigure(Optional.of("store-gateway")))
        .contains("reporter=\"source\",source_workload_namespace=\"store-gateway\"");
    assertThat(firstFigure(Optional.empty()))
        .contains("reporter=\"destination\",destination_workload_namespace=\"store\"");
  }

  @Test
  void aServiceWhoseNameIsCutInItsPagesAddressHasNoLinkThatWouldMissIt() {
    assertThat(linkOfServices("orders"))
        .contains("/d/service-store_${__value.raw}?${__url_time_range}");
    assertThat(linkOfServices("a-service-with-a-name-that-is-much-too-long"))
        .doesNotContain("/d/service-store_$");
  }

  @Test
  void whoPaysForNodesSeesTheirPriceByNamespace() {
    assertThat(DashboardJson.of(Pages.all().get(4)))
        .contains("A month, at least", "About **147 to 294 USD** a month", "/ 2 * 147\"");
    assertThat(DashboardJson.of(new ClusterDashboard(CostEstimate.NONE).dashboard()))
        .doesNotContain("A month, at least", "USD")
        .contains("This stack pays for no nodes");
  }

  private static String firstFigure(Optional<String> gateway) {
    return Pages.expressions(
            new StoreOverview(Pages.REQUESTS, List.of("orders"), gateway, DataSources.NONE)
                .dashboard())
        .findFirst()
        .orElseThrow();
  }

  private static String linkOfServices(String service) {
    return DashboardJson.of(
        new StoreOverview(Pages.REQUESTS, List.of(service), Optional.empty(), DataSources.NONE)
            .dashboard());
  }

  private static Set<String> exposed() throws IOException {
    try (InputStream file = PagesTest.class.getResourceAsStream("/metrics.txt")) {
      Set<String> names = new HashSet<>();
      new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(names::add);
      return names;
    }
  }
}
