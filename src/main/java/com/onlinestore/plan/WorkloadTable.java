package com.onlinestore.plan;

import java.util.List;
import java.util.function.Function;

/** Replicas and requests of each workload, and their sum, from fewest to most replicas. */
final class WorkloadTable {

  private WorkloadTable() {}

  static List<String> lines(List<Workload> workloads) {
    if (workloads.isEmpty()) {
      return List.of();
    }
    TextTable table = new TextTable("workload", "replicas", "cpu", "memory");
    workloads.forEach(
        each -> add(table, each.name(), each.min(), each.max(), each.atMin(), each.atMax()));
    add(
        table,
        "sum, without the pods of Helm releases",
        workloads.stream().mapToInt(Workload::min).sum(),
        workloads.stream().mapToInt(Workload::max).sum(),
        sum(workloads, Workload::atMin),
        sum(workloads, Workload::atMax));
    return table.lines();
  }

  private static void add(
      TextTable table, String name, int min, int max, Amount atMin, Amount atMax) {
    table.add(
        name,
        range(String.valueOf(min), String.valueOf(max)),
        range(atMin.cpuText(), atMax.cpuText()),
        range(atMin.memoryText(), atMax.memoryText()));
  }

  private static Amount sum(List<Workload> workloads, Function<Workload, Amount> amount) {
    return workloads.stream().map(amount).reduce(Amount.NONE, Amount::plus);
  }

  private static String range(String from, String to) {
    return from.equals(to) ? from : from + "–" + to;
  }
}
