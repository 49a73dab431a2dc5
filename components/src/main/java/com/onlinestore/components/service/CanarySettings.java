package com.onlinestore.components.service;

import static com.onlinestore.components.settings.Checks.or;
import static com.onlinestore.components.settings.Checks.within;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import com.onlinestore.components.settings.TimeSpan;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;

/**
 * Tries every change of the pods on a part of the requests first, and takes it back by itself where
 * its answers are bad.
 *
 * <p>The traps: it judges by the requests of one step, so a service that gets few needs a long
 * interval, or one failure decides; and for its time up to twice the pods run.
 *
 * <pre>{@code
 * var canary = new CanarySettings(List.of(5, 25, 50), TimeSpan.of("5m"), 99.0, null);
 * }</pre>
 *
 * @param steps percent of the requests, one after the other, and then all; default 5, 20, 50
 * @param interval how long each step is watched; default 2m
 * @param successRate least percent of answers that are no failures of the service; default 99
 * @param latency how fast answers must be; default 99 percent within 500ms
 */
public record CanarySettings(
    @JsonPropertyDescription(
            "Percent of the requests that the new version gets, one step after the other, and then"
                + " all. Default: [5, 20, 50].")
        List<@Min(1) @Max(99) Integer> steps,
    @JsonPropertyDescription("How long each step is watched, from 1m to 1d. Default: 2m.")
        TimeSpan interval,
    @JsonPropertyDescription(
            "Least percent of the new version's answers that are no failures: no status 500 or"
                + " above, no such status of gRPC. Default: 99.")
        @DecimalMin("1")
        @DecimalMax("100")
        Double successRate,
    @JsonPropertyDescription("How fast the new version must answer. Default: 99 percent in 500ms.")
        LatencySettings latency) {

  /** Prometheus reads metrics every 15 seconds: a shorter step would be judged by two readings. */
  private static final TimeSpan SHORTEST = TimeSpan.of("1m");

  private static final TimeSpan LONGEST = TimeSpan.of("1d");

  /** Fills in the defaults; refuses percents out of range. */
  public CanarySettings {
    steps = List.copyOf(or(steps, List.of(5, 20, 50)));
    steps.forEach(step -> within("steps", step, 1, 99));
    interval = or(interval, TimeSpan.of("2m"));
    successRate = or(successRate, 99.0);
    if (!(successRate >= 1 && successRate <= 100)) {
      throw new IllegalArgumentException(
          "successRate (%s) must be from 1 to 100.".formatted(successRate));
    }
    latency = or(latency, new LatencySettings(null, null));
  }

  /** What is wrong with it for {@code service}. */
  List<Problem> problems(ServiceSettings service) {
    Problems problems = new Problems();
    for (int i = 1; i < steps.size(); i++) {
      problems.addIf(
          steps.get(i) <= steps.get(i - 1),
          "steps[" + i + "]",
          "%d must be greater than the step before it (%d).",
          steps.get(i),
          steps.get(i - 1));
    }
    return problems
        .addIf(
            steps.isEmpty(),
            "steps",
            "needs at least one step; to change all pods at once, remove canary.")
        .addIf(
            interval.compareTo(SHORTEST) < 0 || interval.compareTo(LONGEST) > 0,
            "interval",
            "%s must be from 1m to 1d.",
            interval)
        .addIf(
            latency.max().compareTo(service.traffic().timeout()) >= 0,
            "latency.max",
            "%s is never exceeded, because callers wait %s only (traffic.timeout); shorten it.",
            latency.max(),
            service.traffic().timeout())
        .addIf(
            !service.versions().isEmpty(),
            "",
            "needs one version, and versions (%s) has several; remove one of the two.",
            String.join(", ", service.versions().keySet()))
        .addIf(
            !service.faults().rules().isEmpty(),
            "",
            "needs routes of its own, because Argo Rollouts sets wrong weights where others stand"
                + " before them, and faults has rules; remove one of the two.")
        .addIf(
            service.servicePorts().stream().noneMatch(port -> port.protocol().hasRequests()),
            "",
            "needs requests to judge by, and this service speaks tcp; remove it.")
        .addIf(
            service.replicas() != null && service.replicas() == 0,
            "",
            "needs pods, and replicas is 0; remove one of the two.")
        .list();
  }
}
