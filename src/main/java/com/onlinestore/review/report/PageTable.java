package com.onlinestore.review.report;

import com.onlinestore.plan.Cost;
import com.onlinestore.plan.PlanFacts;
import com.onlinestore.plan.Workload;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A table of the page.
 *
 * @param id of its section
 * @param columns their titles
 * @param none what is said where there are no rows
 */
record PageTable(String id, String title, List<String> columns, List<Row> rows, String none) {

  /** One row. */
  record Row(PageState state, List<String> cells) {}

  /**
   * What a plan means.
   *
   * @param before the facts of the plan compared with; the same where there is none
   */
  static List<PageTable> of(PlanFacts before, PlanFacts after) {
    return List.of(
        new PageTable(
            "exposure",
            "Exposure",
            List.of("What", "How", "Where"),
            rows(
                before.openings(),
                after.openings(),
                each -> List.of(each.what(), each.how(), each.where())),
            "Nothing is exposed."),
        new PageTable(
            "plaintext",
            "Without mutual TLS",
            List.of("Pods", "Port", "Mode", "Why"),
            rows(
                before.plaintext(),
                after.plaintext(),
                each -> List.of(each.pods(), each.port(), each.mode(), each.reason())),
            "No exception: every connection in the mesh is mutual TLS."),
        new PageTable(
            "workloads",
            "Workloads",
            List.of("Workload", "Replicas", "CPU", "Memory"),
            rows(before.workloads(), after.workloads(), PageTable::cells),
            "No pods but those of Helm releases."),
        new PageTable(
            "rights",
            "Rights in the cloud",
            List.of("Who", "May what"),
            rows(before.rights(), after.rights(), each -> List.of(each.who(), each.what())),
            "The plan gives nobody a right in a cloud."),
        new PageTable(
            "overrides",
            "Overrides",
            List.of("What", "Reason, and what is set"),
            rows(
                before.deviations(), after.deviations(), each -> List.of(each.what(), each.note())),
            "Nothing: all is as the components make it."),
        new PageTable(
            "cost",
            "Cost",
            List.of("US dollars a month"),
            rows(list(before.cost()), list(after.cost()), each -> List.of(each.toString())),
            "Nothing in the plan says what it costs."));
  }

  /** What of a kind is new or gone, with what it was just above what it is. */
  private static <T> List<Row> rows(
      List<T> before, List<T> after, Function<T, List<String>> cells) {
    List<Row> rows = new ArrayList<>();
    for (Map.Entry<T, PageState> entry : PageState.of(before, after).entrySet()) {
      Row row = new Row(entry.getValue(), cells.apply(entry.getKey()));
      if (!rows.contains(row)) {
        rows.add(row);
      }
    }
    List<String> order = rows.stream().map(row -> row.cells().get(0)).distinct().toList();
    rows.sort(
        Comparator.comparingInt((Row row) -> order.indexOf(row.cells().get(0)))
            .thenComparing(row -> row.state() == PageState.ADDED));
    return rows;
  }

  private static List<String> cells(Workload workload) {
    return List.of(
        workload.name(),
        range(String.valueOf(workload.min()), String.valueOf(workload.max())),
        range(workload.atMin().cpuText(), workload.atMax().cpuText()),
        range(workload.atMin().memoryText(), workload.atMax().memoryText()));
  }

  private static String range(String from, String to) {
    return from.equals(to) ? from : from + "–" + to;
  }

  private static List<Cost> list(Optional<Cost> cost) {
    return cost.stream().toList();
  }
}
