package com.onlinestore.components.observability;

import com.onlinestore.components.settings.TimeSpan;
import io.fabric8.kubernetes.api.model.Quantity;

/**
 * What a number of series costs. The arithmetic and where its figures come from: docs/sizing.md.
 *
 * @param series how many Prometheus holds in memory at the same time, at most
 */
record PrometheusSize(long series) {

  private static final long GIBIBYTE = 1L << 30;
  private static final long MEMORY_STEP = GIBIBYTE / 4;
  private static final long STORAGE_STEP = 10 * GIBIBYTE;

  /** Labels, index, samples of two to three hours and what the garbage collector lets lie. */
  private static final long BYTES_OF_SERIES = 8 * 1024;

  private static final long BYTES_OF_SAMPLE = 2;
  private static final long SECONDS_BETWEEN_SAMPLES = 30;

  /** How much of a volume samples may fill: the write-ahead log and compaction need the rest. */
  static final int PERCENT_OF_VOLUME = 85;

  /** What it holds when nobody asks anything. */
  Quantity memory() {
    return amount(roundedUp(series * BYTES_OF_SERIES, MEMORY_STEP));
  }

  /** Room for as much again: queries over weeks, rules, and the log that is read at a start. */
  Quantity memoryLimit() {
    return amount(2 * roundedUp(series * BYTES_OF_SERIES, MEMORY_STEP));
  }

  /** A volume for all samples of {@code retention}. */
  Quantity storage(TimeSpan retention) {
    long samples = series * retention.wholeSeconds() / SECONDS_BETWEEN_SAMPLES;
    return amount(roundedUp(samples * BYTES_OF_SAMPLE * 100 / PERCENT_OF_VOLUME, STORAGE_STEP));
  }

  private static long roundedUp(long bytes, long step) {
    return (bytes + step - 1) / step * step;
  }

  private static Quantity amount(long bytes) {
    return bytes % GIBIBYTE == 0
        ? new Quantity(bytes / GIBIBYTE + "Gi")
        : new Quantity(bytes / (GIBIBYTE / 1024) + "Mi");
  }
}
