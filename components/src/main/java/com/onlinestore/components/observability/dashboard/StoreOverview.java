package com.onlinestore.components.observability.dashboard;

import com.onlinestore.components.observability.DataSources;
import com.onlinestore.components.observability.RequestMetrics;
import java.util.List;
import java.util.Optional;

/**
 * One page that says whether customers can buy: what they meet at the gateway, how each service
 * does, who calls whom, and how much error budget is left.
 *
 * @param requests the store's
 * @param services all of them
 * @param gateway the namespace of its gateway; empty where nothing comes from outside
 * @param sources where graphs lead to
 */
public record StoreOverview(
    RequestMetrics requests, List<String> services, Optional<String> gateway, DataSources sources) {

  /** The services somebody chose on the page, in a regular expression. */
  private static final String CHOSEN = "$service";

  /** The name that tables join by; Prometheus and Istio call it differently. */
  private static final String NAME = "service";

  private static final List<Threshold> FAILURES = Threshold.rising(0.001, 0.01);
  private static final List<Threshold> BUDGET = Threshold.falling(0, 0.25);
  private static final List<Threshold> USE = Threshold.rising(0.8, 0.95);

  /** The page. */
  public Dashboard dashboard() {
    return new Dashboard(
        Uids.ofStore(requests.namespace()),
        requests.namespace() + ": overview",
        requests.namespace(),
        List.of(Variable.of("service", "Service", services)),
        services.stream()
            .map(name -> Link.to(name, Uids.ofService(requests.namespace(), name)))
            .toList(),
        List.of(customers(), each(), signals(), calls()));
  }

  private Row customers() {
    Requests lately =
        Requests.lately(
            gateway.map(RequestMetrics::throughGateway).orElseGet(requests::toStore), "");
    String every =
        "namespace=\"%s\",container=~\"%s\""
            .formatted(requests.namespace(), String.join("|", services));
    Objectives objectives = Objectives.of(requests.namespace());
    return Row.of(
        "Can customers buy?",
        Panel.figure("Requests", Unit.REQUESTS, lately.rate())
            .withAbout(
                gateway.isPresent()
                    ? "Requests of customers per second, as the gateway counts them."
                    : "Requests to all services per second."),
        Panel.figure("Failed", Unit.SHARE, lately.failedShare())
            .withAbout("Of these, the share that got a server's fault instead of an answer.")
            .withThresholds(FAILURES),
        Panel.figure("99 % are answered within", Unit.MILLISECONDS, lately.duration(0.99))
            .withAbout("Only one request in a hundred took longer.")
            .withThresholds(Threshold.rising(500, 2000)),
        Panel.figure(
                "Services without a ready pod",
                Unit.NUMBER,
                "%d - (count(%s > 0) or vector(0))"
                    .formatted(services.size(), new Containers(every, "container").ready()))
            .withAbout("Should be none: requests to such a service fail.")
            .withThresholds(List.of(new Threshold("green", null), new Threshold("red", 1.0))),
        Panel.figure("Least error budget", Unit.SHARE, "min(%s)".formatted(objectives.budgetLeft()))
            .withAbout("Of all objectives, over 30 days; empty where no service has one.")
            .withThresholds(BUDGET),
        Panel.figure(
                "Fastest burn of a budget",
                Unit.NUMBER,
                "max(%s)".formatted(objectives.burnRate("1h")))
            .withAbout("Over an hour: at 1 a budget lasts 30 days, at 14.4 two.")
            .withThresholds(Threshold.rising(1, 6)));
  }

  private Row each() {
    Requests lately = Requests.lately(toChosen(), Requests.CALLEE);
    Containers containers = new Containers(containers(), "container");
    return Row.of(
        "Services",
        Panel.table(
                "Now",
                List.of(
                    serviceColumn(),
                    Column.value(0, "Requests", Unit.REQUESTS),
                    Column.value(1, "Failed", Unit.SHARE, FAILURES),
                    Column.value(2, "99 % within", Unit.MILLISECONDS),
                    Column.value(3, "CPU of request", Unit.SHARE),
                    Column.value(4, "Memory of limit", Unit.SHARE, USE)),
                named(lately.rate(), Requests.CALLEE),
                named(lately.failedShare(), Requests.CALLEE),
                named(lately.duration(0.99), Requests.CALLEE),
                named(containers.cpuOfRequest(Requests.RECENT), "container"),
                named(containers.memoryOfLimit(), "container"))
            .withWidth(15),
        Panel.bars(
                "Error budgets left",
                Unit.SHARE,
                Query.now(
                    new Objectives(
                            "namespace=\"%s\",service=~\"%s\""
                                .formatted(requests.namespace(), CHOSEN))
                        .budgetLeft(),
                    "{{service}} {{slo}}"))
            .withAbout("Of 30 days, of services with an objective (slo in the stack file).")
            .withThresholds(BUDGET)
            .withWidth(9));
  }

  private Row signals() {
    Requests requested = Requests.inGraph(toChosen(), Requests.CALLEE);
    Containers containers = new Containers(containers(), "container");
    String service = "${__field.labels.destination_canonical_service}";
    String namespace = requests.namespace();
    Explore explore = new Explore(sources);
    return Row.of(
        "Traffic, errors, latency, saturation",
        Panel.graph("Requests", Unit.REQUESTS, byCallee(requested.rate()))
            .withLinks(explore.traces(service)),
        Panel.graph("Failed", Unit.SHARE, byCallee(requested.failedShare()))
            .withLinks(explore.failures(namespace, service)),
        Panel.graph(
                "99 % are answered within", Unit.MILLISECONDS, byCallee(requested.duration(0.99)))
            .withLinks(explore.traces(service)),
        Panel.graph(
                "CPU used of what is requested",
                Unit.SHARE,
                Query.overTime(containers.cpuOfRequest(Requests.OF_GRAPH), "{{container}}"))
            .withLinks(explore.logs(namespace, "${__field.labels.container}")),
        Panel.graph(
                "Memory used of the limit",
                Unit.SHARE,
                Query.overTime(containers.memoryOfLimit(), "{{container}}"))
            .withThresholds(USE)
            .withLinks(explore.logs(namespace, "${__field.labels.container}")),
        Panel.graph(
            "Pods ready", Unit.NUMBER, Query.overTime(containers.ready(), "{{container}}")));
  }

  private Row calls() {
    Requests lately = Requests.lately(toChosen(), Requests.CALLER + ", " + Requests.CALLEE);
    return Row.of(
        "Who calls whom",
        Panel.table(
                "Calls",
                List.of(
                    Column.label(Requests.CALLER, "Caller"),
                    Column.label(Requests.CALLEE, "Callee"),
                    Column.value(0, "Requests", Unit.REQUESTS),
                    Column.value(1, "Failed", Unit.SHARE, FAILURES),
                    Column.value(2, "Half within", Unit.MILLISECONDS),
                    Column.value(3, "99 % within", Unit.MILLISECONDS)),
                Query.row(lately.rate()),
                Query.row(lately.failedShare()),
                Query.row(lately.duration(0.5)),
                Query.row(lately.duration(0.99)))
            .withWidth(Layout.COLUMNS));
  }

  /** Leads to the service's own page, if names are short enough for pages to be called by them. */
  private Column serviceColumn() {
    String namespace = requests.namespace();
    boolean byName =
        services.stream()
            .allMatch(service -> Uids.ofService(namespace, service).endsWith("_" + service));
    String clicked = Uids.ofService(namespace, "") + "${__value.raw}";
    return byName
        ? Column.label(NAME, "Service", Link.to("Service", clicked))
        : Column.label(NAME, "Service");
  }

  private String toChosen() {
    return "%s,%s=~\"%s\"".formatted(requests.toStore(), Requests.CALLEE, CHOSEN);
  }

  private String containers() {
    return "namespace=\"%s\",container=~\"%s\"".formatted(requests.namespace(), CHOSEN);
  }

  private static Query byCallee(String expression) {
    return Query.overTime(expression, "{{" + Requests.CALLEE + "}}");
  }

  /** The same answers, with the value of {@code label} as the service's name alone. */
  private static Query named(String expression, String label) {
    return Query.row(
        "max by (%s) (label_replace(%s, \"%s\", \"$1\", \"%s\", \"(.+)\"))"
            .formatted(NAME, expression, NAME, label));
  }
}
