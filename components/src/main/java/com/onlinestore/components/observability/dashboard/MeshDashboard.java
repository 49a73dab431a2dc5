package com.onlinestore.components.observability.dashboard;

import com.onlinestore.components.observability.RequestMetrics;
import java.util.List;

/**
 * The mesh itself: whether proxies get their configuration, what gateways let in, what it costs.
 */
final class MeshDashboard {

  static final String UID = "mesh";

  private static final String GATEWAYS =
      "reporter=\"source\",source_workload_namespace=~\"$gateway\"";

  private MeshDashboard() {}

  /** The page. */
  public static Dashboard dashboard() {
    return new Dashboard(
        UID,
        "Mesh and gateways",
        ClusterDashboard.FOLDER,
        List.of(
            Variable.ofLabel(
                "gateway",
                "Gateway's namespace",
                RequestMetrics.REQUESTS + "{reporter=\"source\",source_workload=~\".*gateway.*\"}",
                "source_workload_namespace"),
            Variable.ofLabel("namespace", "Proxies' namespace", PROXIES, "namespace")),
        List.of(Link.to("Cluster", ClusterDashboard.UID)),
        List.of(now(), control(), gateways(), proxies()));
  }

  private static final String PROXIES =
      "container_memory_working_set_bytes{container=\"istio-proxy\"}";

  private static Row now() {
    return Row.of(
        "Now",
        Panel.figure("Proxies connected", Unit.NUMBER, "sum(pilot_xds)"),
        Panel.figure(
                "Rejected by proxies in an hour",
                Unit.NUMBER,
                "sum(increase(pilot_total_xds_rejects[1h])) or vector(0)")
            .withAbout("Configuration that a proxy did not take: it goes on with the last one.")
            .withThresholds(Threshold.rising(1, 10)),
        Panel.figure(
                "Refused at the door in an hour",
                Unit.NUMBER,
                "sum(increase(galley_validation_failed[1h])) or vector(0)")
            .withAbout("Objects that istiod's webhook refused."),
        Panel.figure(
                "Pods without their proxy in an hour",
                Unit.NUMBER,
                "sum(increase(sidecar_injection_failure_total[1h])) or vector(0)")
            .withAbout("Failed injections.")
            .withThresholds(Threshold.rising(1, 10)),
        Panel.figure(
                "Root certificate lasts",
                Unit.SECONDS,
                "min(citadel_server_root_cert_expiry_timestamp) - time()")
            .withThresholds(Threshold.falling(30 * 86_400, 90 * 86_400)),
        Panel.figure(
                "Shortest certificate of a pod lasts",
                Unit.SECONDS,
                "min(istio_agent_cert_expiry_seconds)")
            .withAbout("They live for a day and are renewed after half of it.")
            .withThresholds(Threshold.falling(3600, 4 * 3600)));
  }

  private static Row control() {
    return Row.of(
        "Control plane",
        Panel.graph("Pushes", Unit.PER_SECOND, rate("type", "pilot_xds_pushes", "{{type}}")),
        Panel.graph(
                "From a change to the proxies",
                Unit.SECONDS,
                quantile("0.5", "half within"),
                quantile("0.99", "99 % within"))
            .withAbout(
                "How old a proxy's configuration can be: seconds are fine, minutes are not."),
        Panel.graph(
            "Rejected by proxies",
            Unit.PER_SECOND,
            Query.overTime(
                "sum(rate(pilot_total_xds_rejects[%s]))".formatted(Requests.OF_GRAPH), "rejected")),
        Panel.graph(
            "Proxies connected",
            Unit.NUMBER,
            Query.overTime("sum by (pod) (pilot_xds)", "{{pod}}")),
        Panel.graph(
            "istiod's CPU",
            Unit.NUMBER,
            Query.overTime(cpu("container=\"discovery\"", "pod"), "{{pod}}")),
        Panel.graph(
            "istiod's memory",
            Unit.BYTES,
            Query.overTime(memory("container=\"discovery\"", "pod"), "{{pod}}")));
  }

  private static Query quantile(String share, String legend) {
    return Query.overTime(
        "histogram_quantile(%s, sum by (le) (rate(pilot_proxy_convergence_time_bucket[%s]))) >= 0"
            .formatted(share, Requests.OF_GRAPH),
        legend);
  }

  private static Row gateways() {
    Requests byCode = Requests.inGraph(GATEWAYS, "source_workload_namespace, response_code");
    Requests byService = Requests.inGraph(GATEWAYS, "destination_service");
    return Row.of(
        "Gateways",
        Panel.stack(
            "Answers by code",
            Unit.REQUESTS,
            Query.overTime(byCode.rate(), "{{source_workload_namespace}}: {{response_code}}")),
        Panel.stack(
                "Requests by the host they are sent to",
                Unit.REQUESTS,
                Query.overTime(byService.rate(), "{{destination_service}}"))
            .withAbout("The host a customer asked for is no label of Istio's metrics."),
        Panel.graph(
            "99 % are answered within",
            Unit.MILLISECONDS,
            Query.overTime(byService.duration(0.99), "{{destination_service}}")));
  }

  private static Row proxies() {
    String chosen = "container=\"istio-proxy\",namespace=~\"$namespace\"";
    return Row.of(
        "What the proxies use",
        Panel.stack("CPU", Unit.NUMBER, Query.overTime(cpu(chosen, "namespace"), "{{namespace}}")),
        Panel.stack(
            "Memory", Unit.BYTES, Query.overTime(memory(chosen, "namespace"), "{{namespace}}")),
        Panel.graph(
            "Memory of the largest ten",
            Unit.BYTES,
            Query.overTime("topk(10, %s)".formatted(memory(chosen, "pod")), "{{pod}}")));
  }

  private static Query rate(String by, String metric, String legend) {
    return Query.overTime(
        "sum by (%s) (rate(%s[%s]))".formatted(by, metric, Requests.OF_GRAPH), legend);
  }

  private static String cpu(String selector, String by) {
    return "sum by (%s) (rate(container_cpu_usage_seconds_total{%s}[%s]))"
        .formatted(by, selector, Requests.OF_GRAPH);
  }

  private static String memory(String selector, String by) {
    return "sum by (%s) (container_memory_working_set_bytes{%s})".formatted(by, selector);
  }
}
