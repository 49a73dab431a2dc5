package com.onlinestore.components.observability.dashboard;

import com.onlinestore.components.observability.DataSources;
import com.onlinestore.components.observability.RequestMetrics;
import java.util.List;
import java.util.stream.Stream;

/**
 * All about one service: golden signals by version, callers and callees, pods and scaling, error
 * budget, and the runtime where the program tells of it.
 *
 * @param requests the store's
 * @param versions of the stack file
 * @param sources where graphs lead to
 */
public record ServiceDashboard(
    RequestMetrics requests, String service, List<String> versions, DataSources sources) {

  /** The versions somebody chose on the page, in a regular expression. */
  private static final String CHOSEN = "$version";

  private static final String BY_VERSION = "{{" + Requests.VERSION + "}}";
  private static final String BY_POD = "{{pod}}";
  private static final List<Threshold> FAILURES = Threshold.rising(0.001, 0.01);
  private static final List<Threshold> BUDGET = Threshold.falling(0, 0.25);

  /** The page. */
  public Dashboard dashboard() {
    return new Dashboard(
        Uids.ofService(requests.namespace(), service),
        service,
        requests.namespace(),
        List.of(Variable.of("version", "Version", versions)),
        Stream.of(
                List.of(Link.to("Store", Uids.ofStore(requests.namespace()))),
                explore().traces(service),
                logs())
            .flatMap(List::stream)
            .toList(),
        List.of(now(), signals(), calls(), pods(), budget(), spans(), runtime(), bytes()));
  }

  private Row now() {
    Requests lately = Requests.lately(chosen(), "");
    return Row.of(
        "Now",
        Panel.figure("Requests", Unit.REQUESTS, lately.rate()),
        Panel.figure("Failed", Unit.SHARE, lately.failedShare()).withThresholds(FAILURES),
        Panel.figure("Half are answered within", Unit.MILLISECONDS, lately.duration(0.5)),
        Panel.figure("99 % are answered within", Unit.MILLISECONDS, lately.duration(0.99)),
        Panel.figure(
                "Pods that are ready",
                Unit.SHARE,
                "avg(kube_pod_container_status_ready{%s})".formatted(ofPrograms()))
            .withThresholds(Threshold.falling(0.5, 1)),
        Panel.figure(
                "Least error budget", Unit.SHARE, "min(%s)".formatted(objectives().budgetLeft()))
            .withAbout("Over 30 days; empty for a service without an objective.")
            .withThresholds(BUDGET));
  }

  private Row signals() {
    Requests byVersion = Requests.inGraph(chosen(), Requests.VERSION);
    Requests byCode = Requests.inGraph(chosen(), "response_code");
    List<Link> traces = explore().traces(service);
    List<Link> failures = explore().failures(requests.namespace(), service);
    return Row.of(
        "Golden signals by version",
        Panel.graph("Requests", Unit.REQUESTS, Query.overTime(byVersion.rate(), BY_VERSION))
            .withLinks(traces),
        Panel.graph("Failed", Unit.SHARE, Query.overTime(byVersion.failedShare(), BY_VERSION))
            .withLinks(failures),
        Panel.graph(
                "Answered within",
                Unit.MILLISECONDS,
                Query.overTime(byVersion.duration(0.5), BY_VERSION + ": half"),
                Query.overTime(byVersion.duration(0.99), BY_VERSION + ": 99 %"))
            .withLinks(traces),
        Panel.stack(
                "Answers by code",
                Unit.REQUESTS,
                Query.overTime(byCode.rate(), "{{response_code}}"))
            .withAbout("0 is a connection that broke before there was an answer.")
            .withLinks(failures),
        Panel.graph(
                "CPU used of what is requested",
                Unit.SHARE,
                Query.overTime(containers().cpuOfRequest(Requests.OF_GRAPH), BY_POD))
            .withAbout("The autoscaler goes by the average of these."),
        Panel.graph(
                "Memory used of the limit",
                Unit.SHARE,
                Query.overTime(containers().memoryOfLimit(), BY_POD))
            .withThresholds(Threshold.rising(0.8, 0.95)));
  }

  private Explore explore() {
    return new Explore(sources);
  }

  private List<Link> logs() {
    return explore().logs(requests.namespace(), service);
  }

  private Row calls() {
    return Row.of(
        "Calls",
        calls("Who calls it", requests.to(service), Requests.CALLER, "Caller"),
        calls("Whom it calls", requests.from(service), "destination_service", "Callee"));
  }

  private static Panel calls(String title, String selector, String label, String other) {
    Requests lately = Requests.lately(selector, label);
    return Panel.table(
        title,
        List.of(
            Column.label(label, other),
            Column.value(0, "Requests", Unit.REQUESTS),
            Column.value(1, "Failed", Unit.SHARE, FAILURES),
            Column.value(2, "99 % within", Unit.MILLISECONDS)),
        Query.row(lately.rate()),
        Query.row(lately.failedShare()),
        Query.row(lately.duration(0.99)));
  }

  private Row pods() {
    String autoscalers =
        "namespace=\"%s\",horizontalpodautoscaler=~\"%s-%s\""
            .formatted(requests.namespace(), service, CHOSEN);
    return Row.of(
        "Pods",
        Panel.graph(
            "Autoscaler",
            Unit.NUMBER,
            autoscaler("status_current_replicas", autoscalers, "now"),
            autoscaler("status_desired_replicas", autoscalers, "wanted"),
            autoscaler("spec_min_replicas", autoscalers, "least"),
            autoscaler("spec_max_replicas", autoscalers, "most")),
        Panel.graph(
            "Pods",
            Unit.NUMBER,
            Query.overTime(
                "count(kube_pod_container_status_ready{%s})".formatted(ofPrograms()), "there"),
            Query.overTime(
                "sum(kube_pod_container_status_ready{%s})".formatted(ofPrograms()), "ready")),
        Panel.graph(
                "Restarts in an hour",
                Unit.NUMBER,
                Query.overTime(
                    new Containers(ofPods(), "pod, container").restarts(),
                    "{{pod}}: {{container}}"),
                Query.overTime(
                    "sum by (pod, container) (kube_pod_container_status_last_terminated_reason{%s,reason=\"OOMKilled\"})"
                        .formatted(ofPods()),
                    "{{pod}}: {{container}} was out of memory"))
            .withLinks(logs()));
  }

  private static Query autoscaler(String what, String selector, String legend) {
    return Query.overTime(
        "kube_horizontalpodautoscaler_%s{%s}".formatted(what, selector),
        "{{horizontalpodautoscaler}}: " + legend);
  }

  private Row budget() {
    return Row.of(
        "Error budget",
        Panel.graph("Budget left", Unit.SHARE, Query.overTime(objectives().budgetLeft(), "{{slo}}"))
            .withAbout("Of 30 days: 100 % is untouched, below 0 is overspent.")
            .withThresholds(BUDGET)
            .withWidth(12),
        Panel.graph(
                "Burn rate",
                Unit.NUMBER,
                Query.overTime(objectives().burnRate("1h"), "{{slo}}: 1 hour"),
                Query.overTime(objectives().burnRate("6h"), "{{slo}}: 6 hours"),
                Query.overTime(objectives().burnRate("3d"), "{{slo}}: 3 days"))
            .withAbout("At 1 the budget lasts 30 days. Alerts begin at 14.4, 6 and 1.")
            .withWidth(12));
  }

  private Row spans() {
    String spans =
        "service_name=\"%s\",k8s_namespace_name=\"%s\",span_kind=\"SPAN_KIND_SERVER\""
            .formatted(service, requests.namespace());
    return Row.of(
        "Traced requests, with examples to open",
        Panel.graph(
                "99 % take",
                Unit.MILLISECONDS,
                Query.withExamples(
                    "histogram_quantile(0.99, sum by (le) (rate(traces_span_metrics_duration_milliseconds_bucket{%s}[%s]))) >= 0"
                        .formatted(spans, Requests.OF_GRAPH),
                    "99 %"))
            .withAbout("A dot is a request: its trace is a click away, if it was kept.")
            .withWidth(12),
        Panel.graph(
                "By status",
                Unit.REQUESTS,
                Query.overTime(
                    "sum by (status_code) (rate(traces_span_metrics_calls_total{%s}[%s]))"
                        .formatted(spans, Requests.OF_GRAPH),
                    "{{status_code}}"))
            .withAbout("Of the proxy and of the program, where that makes spans of its own.")
            .withLinks(explore().failedTraces(service))
            .withWidth(12));
  }

  private Row runtime() {
    return Row.closed(
        "Runtime, where the program tells of it: JVM, Go",
        Panel.graph(
            "Heap",
            Unit.BYTES,
            Query.overTime(
                "sum by (pod) (jvm_memory_used_bytes{%s,area=\"heap\"})".formatted(ofPods()),
                "{{pod}}: JVM"),
            Query.overTime(
                "sum by (pod) (go_memstats_heap_inuse_bytes{%s})".formatted(ofPods()),
                "{{pod}}: Go")),
        Panel.graph(
            "Time in garbage collection",
            Unit.SHARE,
            Query.overTime(
                "sum by (pod) (rate(jvm_gc_pause_seconds_sum{%1$s}[%2$s]) or rate(jvm_gc_collection_seconds_sum{%1$s}[%2$s]))"
                    .formatted(ofPods(), Requests.OF_GRAPH),
                "{{pod}}: JVM"),
            Query.overTime(
                "sum by (pod) (rate(go_gc_duration_seconds_sum{%s}[%s]))"
                    .formatted(ofPods(), Requests.OF_GRAPH),
                "{{pod}}: Go")),
        Panel.graph(
            "Threads and goroutines",
            Unit.NUMBER,
            Query.overTime(
                "sum by (pod) (jvm_threads_live_threads{%1$s} or jvm_threads_current{%1$s})"
                    .formatted(ofPods()),
                "{{pod}}: threads"),
            Query.overTime(
                "sum by (pod) (go_goroutines{%s})".formatted(ofPods()), "{{pod}}: goroutines")));
  }

  private Row bytes() {
    return Row.closed(
        "TCP ports, whose bytes are no requests",
        tcp("Connections opened", Unit.PER_SECOND, "istio_tcp_connections_opened_total"),
        tcp("Bytes received", Unit.BYTES_PER_SECOND, "istio_tcp_received_bytes_total"),
        tcp("Bytes sent", Unit.BYTES_PER_SECOND, "istio_tcp_sent_bytes_total"));
  }

  private Panel tcp(String title, Unit unit, String metric) {
    return Panel.graph(
        title,
        unit,
        Query.overTime(
            "sum by (%s) (rate(%s{%s}[%s]))"
                .formatted(Requests.CALLER, metric, chosen(), Requests.OF_GRAPH),
            "{{" + Requests.CALLER + "}}"));
  }

  private String chosen() {
    return "%s,%s=~\"%s\"".formatted(requests.to(service), Requests.VERSION, CHOSEN);
  }

  private String ofPods() {
    return "namespace=\"%s\",pod=~\"%s-%s-.+\"".formatted(requests.namespace(), service, CHOSEN);
  }

  private String ofPrograms() {
    return "%s,container=\"%s\"".formatted(ofPods(), service);
  }

  private Containers containers() {
    return new Containers(ofPrograms(), "pod");
  }

  private Objectives objectives() {
    return Objectives.of(requests.namespace(), service);
  }
}
