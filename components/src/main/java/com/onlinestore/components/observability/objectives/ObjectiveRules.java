package com.onlinestore.components.observability.objectives;

import com.onlinestore.components.observability.RequestMetrics;
import com.onlinestore.components.observability.alerts.Alert;
import com.onlinestore.components.observability.alerts.Alerting;
import com.onlinestore.components.observability.alerts.Rule;
import com.onlinestore.components.observability.alerts.RuleGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The rules that hold a service to its objectives: recordings, budgets and alerts.
 *
 * <p>Only the rates of the last 5 minutes are read from the requests themselves. Everything longer
 * is the average of these, bad by all: weighted by traffic like a count over the whole time, and as
 * cheap for 30 days as two series are. Without requests nothing is bad: every ratio is 0 then.
 *
 * @param requests what counts them
 */
public record ObjectiveRules(
    String service, SloSettings slo, RequestMetrics requests, Alerting alerting) {

  private static final String ALL = "slo:requests:rate5m";
  private static final String BAD = "slo:bad:rate5m";
  private static final String RATIO = "slo:bad:ratio_rate";
  private static final List<String> SHORT = List.of("5m", "30m", "1h", "6h");
  private static final List<String> LONG = List.of("3d", "30d");

  /** Far less than one request in 30 days. */
  private static final String NOTHING = "1e-9";

  /** What is cheap every minute; what looks far back every two, which a query still sees. */
  public List<RuleGroup> groups() {
    List<Rule> often = new ArrayList<>();
    List<Rule> seldom = new ArrayList<>();
    for (Objective objective : slo.objectives()) {
      often.addAll(rates(objective));
      SHORT.forEach(window -> often.add(ratio(objective, window)));
      LONG.forEach(window -> seldom.add(ratio(objective, window)));
      seldom.addAll(budget(objective));
      BurnRate.ALL.stream()
          .filter(burn -> burn.possible(objective))
          .forEach(burn -> often.add(alert(objective, burn)));
    }
    return List.of(
        new RuleGroup("slo-" + service, "1m", often),
        new RuleGroup("slo-" + service + "-long", "2m", seldom));
  }

  private List<Rule> rates(Objective objective) {
    boolean availability = objective.name().equals(Objective.AVAILABILITY);
    return List.of(
        recording(
            ALL, objective, availability ? requests.all(service) : requests.answered(service)),
        recording(
            BAD,
            objective,
            availability
                ? requests.failed(service)
                : requests.late(service, LatencyBuckets.upTo(slo.latency().threshold()))));
  }

  private Rule ratio(Objective objective, String window) {
    String expr =
        window.equals("5m")
            ? "%s / clamp_min(%s, %s)"
                .formatted(series(BAD, objective), series(ALL, objective), NOTHING)
            : "avg_over_time(%s[%s]) / clamp_min(avg_over_time(%s[%s]), %s)"
                .formatted(series(BAD, objective), window, series(ALL, objective), window, NOTHING);
    return recording(RATIO + window, objective, expr);
  }

  private List<Rule> budget(Objective objective) {
    return List.of(
        recording(
            "slo:objective:ratio", objective, "vector(" + objective.ratio().toPlainString() + ")"),
        recording(
            "slo:error_budget_remaining:ratio",
            objective,
            "1 - %s / %s"
                .formatted(series(RATIO + "30d", objective), objective.budget().toPlainString())));
  }

  private Rule alert(Objective objective, BurnRate burn) {
    String limit = burn.limit(objective).toPlainString();
    String expr =
        "%s > %s and %s > %s"
            .formatted(
                series(RATIO + burn.longWindow(), objective),
                limit,
                series(RATIO + burn.shortWindow(), objective),
                limit);
    Alert alert =
        new Alert(
            burn.alert(),
            burn.severity(),
            expr,
            burn.pending(),
            "%s: %s is at risk.".formatted(service, objective.name()),
            ("{{ $value | humanizePercentage }} of its requests in %s were bad, where %s %% must be"
                    + " good: at least %s %% of the budget of 30 days.")
                .formatted(burn.longWindow(), objective.percent().toPlainString(), burn.part()));
    Map<String, String> labels = new TreeMap<>(labels(objective));
    labels.put("window", burn.longWindow());
    return slo.runbook() == null
        ? alert.rule(alerting, labels)
        : alert.rule(alerting, labels, slo.runbook());
  }

  private Rule recording(String name, Objective objective, String expr) {
    return Rule.recording(name, expr, labels(objective));
  }

  private Map<String, String> labels(Objective objective) {
    return Map.of("namespace", requests.namespace(), "service", service, "slo", objective.name());
  }

  private String series(String name, Objective objective) {
    return "%s{namespace=\"%s\",service=\"%s\",slo=\"%s\"}"
        .formatted(name, requests.namespace(), service, objective.name());
  }
}
