package com.onlinestore.components.observability.objectives;

import com.onlinestore.components.kubernetes.Manifests;
import com.onlinestore.components.settings.TimeSpan;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Where a proxy draws the lines between durations, in milliseconds. Only at a line can be said how
 * many requests were as fast.
 */
public final class LatencyBuckets {

  /** Of Envoy; Istio's proxies have them unless told otherwise. */
  static final List<BigDecimal> DEFAULT =
      Stream.of(
              "0.5", "1", "5", "10", "25", "50", "100", "250", "500", "1000", "2500", "5000",
              "10000", "30000", "60000", "300000", "600000", "1800000", "3600000")
          .map(BigDecimal::new)
          .toList();

  /** Longer ones Prometheus writes with an exponent. */
  static final TimeSpan LONGEST = TimeSpan.of("10m");

  /** What Istio calls its own metrics before Prometheus sees them. */
  private static final String METRICS = "istiocustom";

  private static final String ANNOTATION = "sidecar.istio.io/statsHistogramBuckets";

  private LatencyBuckets() {}

  /**
   * What a pod carries so that its sidecar has a line at {@code threshold}; nothing where it has.
   */
  public static Map<String, String> annotations(TimeSpan threshold) {
    if (DEFAULT.contains(millis(threshold))) {
      return Map.of();
    }
    TreeSet<BigDecimal> buckets = new TreeSet<>(DEFAULT);
    buckets.add(millis(threshold));
    List<Number> numbers = buckets.stream().map(LatencyBuckets::plain).toList();
    return Map.of(ANNOTATION, Manifests.toJson(Map.of(METRICS, numbers)));
  }

  /** The lines on both sides of a threshold that has none; empty where it has one. */
  public static Optional<List<TimeSpan>> neighbours(TimeSpan threshold) {
    BigDecimal millis = millis(threshold);
    if (DEFAULT.contains(millis)) {
      return Optional.empty();
    }
    return Optional.of(
        Stream.of(new TreeSet<>(DEFAULT).lower(millis), new TreeSet<>(DEFAULT).higher(millis))
            .filter(each -> each != null && each.compareTo(BigDecimal.ONE) >= 0)
            .map(each -> TimeSpan.of(each.toPlainString() + "ms"))
            .toList());
  }

  /**
   * What selects requests up to {@code threshold}. Since version 3 Prometheus writes 300 as 300.0.
   */
  static String upTo(TimeSpan threshold) {
    return "le=~\"%s([.]0)?\"".formatted(millis(threshold).toPlainString());
  }

  /** Without an exponent in JSON. */
  private static Number plain(BigDecimal bucket) {
    return bucket.scale() > 0 ? (Number) bucket.doubleValue() : (Number) bucket.longValueExact();
  }

  private static BigDecimal millis(TimeSpan span) {
    return BigDecimal.valueOf(span.duration().toMillis());
  }
}
