package com.onlinestore.components.observability.dashboard;

import com.onlinestore.components.cluster.CostEstimate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the cluster is large enough, too large, and for whom.
 *
 * @param cost what it costs a month, as the plan estimates it; {@link CostEstimate#NONE} where
 *     somebody else pays
 */
record ClusterDashboard(CostEstimate cost) {

  /** Where Grafana lists what is not about one store. */
  static final String FOLDER = "Platform";

  static final String UID = "cluster-capacity";

  private static final List<Threshold> FULL = Threshold.rising(0.8, 0.95);
  private static final String EVERY = "namespace!=\"\"";
  private static final String CHOSEN = "namespace=~\"$namespace\"";
  private static final String CPU = "cpu";
  private static final String MEMORY = "memory";

  /** The page. */
  public Dashboard dashboard() {
    return new Dashboard(
        UID,
        "Cluster: capacity and cost",
        FOLDER,
        List.of(
            Variable.ofLabel("namespace", "Namespace", "kube_namespace_status_phase", "namespace")),
        List.of(Link.to("Mesh", MeshDashboard.UID)),
        List.of(now(), capacity(), shares(), disks()));
  }

  private static Row now() {
    return Row.of(
        "Now",
        Panel.figure(
            "Nodes ready",
            Unit.NUMBER,
            "sum(kube_node_status_condition{condition=\"Ready\",status=\"true\"})"),
        Panel.figure("CPU requested", Unit.SHARE, share(requested(CPU), CPU)).withThresholds(FULL),
        Panel.figure("Memory requested", Unit.SHARE, share(requested(MEMORY), MEMORY))
            .withThresholds(FULL),
        Panel.figure("CPU used", Unit.SHARE, share(usedCpu(Requests.RECENT), CPU))
            .withThresholds(FULL),
        Panel.figure("Memory used", Unit.SHARE, share(usedMemory(), MEMORY)).withThresholds(FULL),
        Panel.figure(
                "Pods waiting for room",
                Unit.NUMBER,
                "sum(kube_pod_status_unschedulable) or vector(0)")
            .withThresholds(Threshold.rising(1, 5)));
  }

  private static Row capacity() {
    return Row.of(
        "Allocatable, requested, used",
        capacity("CPU", Unit.NUMBER, CPU, usedCpu(Requests.OF_GRAPH)),
        capacity("Memory", Unit.BYTES, MEMORY, usedMemory()),
        Panel.graph(
            "CPU used, by node",
            Unit.SHARE,
            Query.overTime(
                "1 - avg by (instance) (rate(node_cpu_seconds_total{mode=\"idle\"}[%s]))"
                    .formatted(Requests.OF_GRAPH),
                "{{instance}}")));
  }

  private static Panel capacity(String title, Unit unit, String resource, String used) {
    return Panel.graph(
        title,
        unit,
        Query.overTime(allocatable(resource), "allocatable"),
        Query.overTime("sum(" + requested(resource) + ")", "requested"),
        Query.overTime("sum(" + used + ")", "used"));
  }

  private Row shares() {
    List<Column> columns =
        new ArrayList<>(
            List.of(
                Column.label("namespace", "Namespace"),
                Column.value(0, "CPU requested", Unit.NUMBER),
                Column.value(1, "CPU used", Unit.NUMBER),
                Column.value(2, "Memory requested", Unit.BYTES),
                Column.value(3, "Memory used", Unit.BYTES),
                Column.value(4, "Share of the cluster", Unit.SHARE)));
    List<Query> queries =
        new ArrayList<>(
            List.of(
                Query.row(chosen(requested(CPU))),
                Query.row(chosen(usedCpu(Requests.RECENT))),
                Query.row(chosen(requested(MEMORY))),
                Query.row(chosen(usedMemory())),
                Query.row(shareOfCluster())));
    if (costs()) {
      price(columns, queries, "A month, at least", cost.least());
      price(columns, queries, "A month, at most", cost.most());
    }
    return Row.of(
        "Who uses it",
        Panel.table("Namespaces", columns, queries.toArray(Query[]::new)).withWidth(16),
        Panel.note("What it costs", note()).withWidth(8));
  }

  private static void price(
      List<Column> columns, List<Query> queries, String title, BigDecimal dollars) {
    columns.add(Column.value(queries.size(), title, Unit.DOLLARS));
    queries.add(Query.row("%s * %s".formatted(shareOfCluster(), dollars.toPlainString())));
  }

  private String note() {
    String shares =
        "A namespace's share is the mean of its shares of CPU and memory, by what it requests of"
            + " what is allocatable. What nobody requests is idle, and nobody's.";
    return costs()
        ? "About **%s to %s USD** a month while nodes are at their least and at their most: %s.\n\n%s"
            .formatted(cost.least(), cost.most(), cost.basis(), shares)
        : shares + "\n\nThis stack pays for no nodes, so it knows no price.";
  }

  private boolean costs() {
    return !cost.items().isEmpty();
  }

  private static Row disks() {
    return Row.of(
        "Disks",
        Panel.graph(
                "Volumes, used",
                Unit.SHARE,
                Query.overTime(
                    "1 - kubelet_volume_stats_available_bytes{namespace=~\"$namespace\"}"
                        + " / kubelet_volume_stats_capacity_bytes{namespace=~\"$namespace\"}",
                    "{{namespace}}/{{persistentvolumeclaim}}"))
            .withThresholds(FULL)
            .withWidth(12),
        Panel.graph(
                "Nodes' root disks, used",
                Unit.SHARE,
                Query.overTime(
                    "1 - node_filesystem_avail_bytes{mountpoint=\"/\",fstype!=\"\"}"
                        + " / node_filesystem_size_bytes{mountpoint=\"/\",fstype!=\"\"}",
                    "{{instance}}"))
            .withThresholds(FULL)
            .withWidth(12));
  }

  private static String shareOfCluster() {
    return "(%s / scalar(%s) + %s / scalar(%s)) / 2"
        .formatted(
            chosen(requested(CPU)),
            allocatable(CPU),
            chosen(requested(MEMORY)),
            allocatable(MEMORY));
  }

  private static String share(String of, String resource) {
    return "sum(%s) / %s".formatted(of, allocatable(resource));
  }

  private static String chosen(String of) {
    return "sum by (namespace) (%s)".formatted(of.replace(EVERY, CHOSEN));
  }

  private static String allocatable(String resource) {
    return "sum(kube_node_status_allocatable{resource=\"%s\"})".formatted(resource);
  }

  /** By pods that are not at their end; a rule of the Prometheus stack's chart. */
  private static String requested(String resource) {
    return "cluster:namespace:pod_%s:active:kube_pod_container_resource_requests{%s}"
        .formatted(resource, EVERY);
  }

  private static String usedCpu(String window) {
    return "rate(container_cpu_usage_seconds_total{container!=\"\",%s}[%s])"
        .formatted(EVERY, window);
  }

  private static String usedMemory() {
    return "container_memory_working_set_bytes{container!=\"\",%s}".formatted(EVERY);
  }
}
