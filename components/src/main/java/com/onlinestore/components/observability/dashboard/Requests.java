package com.onlinestore.components.observability.dashboard;

import static com.onlinestore.components.observability.RequestMetrics.DURATIONS;
import static com.onlinestore.components.observability.RequestMetrics.FAILED;
import static com.onlinestore.components.observability.RequestMetrics.FAILED_GRPC;
import static com.onlinestore.components.observability.RequestMetrics.REQUESTS;

/**
 * What is asked about some requests.
 *
 * @param selector which, without braces
 * @param window over how long a rate is taken
 * @param by the labels that tell the answers apart; empty for one answer
 */
record Requests(String selector, String window, String by) {

  /** The window of graphs: Grafana makes it fit what is shown. */
  static final String OF_GRAPH = "$__rate_interval";

  /** The window of figures and tables. */
  static final String RECENT = "5m";

  /** The requests of one service to another are told apart by these. */
  static final String CALLER = "source_canonical_service";

  static final String CALLEE = "destination_canonical_service";

  static final String VERSION = "destination_canonical_revision";

  static Requests inGraph(String selector, String by) {
    return new Requests(selector, OF_GRAPH, by);
  }

  static Requests lately(String selector, String by) {
    return new Requests(selector, RECENT, by);
  }

  /** Requests per second. */
  String rate() {
    return sum(rateOf(selector));
  }

  /** The share of them that failed; nothing where there are none. */
  String failedShare() {
    return "%s / (%s > 0)".formatted(failed(), rate());
  }

  /** How long the fastest share of them takes, in milliseconds; nothing where there are none. */
  String duration(double share) {
    String buckets = by.isEmpty() ? "le" : "le, " + by;
    return "histogram_quantile(%s, sum by (%s) (rate(%s_bucket{%s}[%s]))) >= 0"
        .formatted(share, buckets, DURATIONS, selector, window);
  }

  /**
   * As objectives count. Zero is an answer, too: a series that never failed has no counter of
   * failures.
   */
  private String failed() {
    return sum(
        "%s or %s or 0 * %s"
            .formatted(
                rateOf(selector + "," + FAILED),
                rateOf(selector + "," + FAILED_GRPC),
                rateOf(selector)));
  }

  private String rateOf(String selected) {
    return "rate(%s{%s}[%s])".formatted(REQUESTS, selected, window);
  }

  private String sum(String of) {
    return (by.isEmpty() ? "sum" : "sum by (%s) ".formatted(by)) + "(" + of + ")";
  }
}
