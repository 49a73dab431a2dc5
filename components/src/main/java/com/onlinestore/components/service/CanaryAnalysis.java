package com.onlinestore.components.service;

import com.onlinestore.components.delivery.AnalysisTemplate;
import com.onlinestore.components.delivery.AnalysisTemplate.Argument;
import com.onlinestore.components.delivery.AnalysisTemplate.Metric;
import com.onlinestore.components.delivery.AnalysisTemplate.Prometheus;
import com.onlinestore.components.delivery.AnalysisTemplate.Provider;
import com.onlinestore.components.kubernetes.CustomObject;
import com.onlinestore.components.observability.RequestMetrics;
import java.math.BigDecimal;
import java.util.List;

/**
 * Whether a new version of a service does well, by what the sidecars of its own pods counted.
 *
 * <p>Both questions have an answer only where there were requests. Without one nobody knows, and
 * the controller waits for a person instead of guessing.
 */
record CanaryAnalysis(String name, ServiceSettings settings, Store store) {

  /** The argument with the hash in the names of the new version's pods. */
  static final String HASH = "hash";

  CustomObject template() {
    CanarySettings canary = settings.canary();
    String rate = text(canary.successRate());
    String max = String.valueOf(canary.latency().max().duration().toMillis());
    return new AnalysisTemplate(
            List.of(new Argument(HASH)),
            List.of(
                metric("success-rate", successRate(), ">= " + rate, "< " + rate),
                metric("latency", latency(), "<= " + max, "> " + max)))
        .named(store.metadata(name));
  }

  /**
   * In percent. Failures are counted and not successes: where all requests failed, nothing
   * succeeded, and nothing divided by something is no answer in PromQL but an empty one.
   */
  String successRate() {
    return "100 * (1 - (sum(%s or %s) or vector(0)) / (sum(%s) > 0))"
        .formatted(
            counted(RequestMetrics.REQUESTS, "," + RequestMetrics.FAILED),
            counted(RequestMetrics.REQUESTS, "," + RequestMetrics.FAILED_GRPC),
            counted(RequestMetrics.REQUESTS, ""));
  }

  /** In milliseconds. */
  String latency() {
    BigDecimal quantile = new BigDecimal(text(settings.canary().latency().quantile()));
    return "histogram_quantile(%s, sum by (le) (%s))"
        .formatted(
            quantile.movePointLeft(2).toPlainString(),
            counted(RequestMetrics.DURATIONS + "_bucket", ""));
  }

  /**
   * Of the new version's own pods, which begin with the name of its ReplicaSet. What a pod counted
   * before Prometheus first asked it counts too: its counters began at zero, and {@code rate} would
   * leave out just the first failures.
   */
  private String counted(String metric, String condition) {
    String now =
        "%s{%s,pod=~\"%s-{{args.%s}}-.*\"%s}"
            .formatted(
                metric,
                store.requests().to(name),
                Store.nameOf(name, settings.version()),
                HASH,
                condition);
    return "clamp_min(%1$s - (%1$s offset %2$s or %1$s * 0), 0)"
        .formatted(now, settings.canary().interval());
  }

  private Metric metric(String name, String query, String good, String bad) {
    return new Metric(
        name, answer(good), answer(bad), new Provider(new Prometheus(prometheus(), query)));
  }

  private static String answer(String condition) {
    return "len(result) > 0 && result[0] " + condition;
  }

  private String prometheus() {
    return store
        .monitoring()
        .prometheus()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s has a canary, and nobody said where Prometheus is.".formatted(name)));
  }

  private static String text(double percent) {
    return BigDecimal.valueOf(percent).stripTrailingZeros().toPlainString();
  }
}
