package com.onlinestore.components.service;

import static com.onlinestore.components.settings.Checks.or;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.settings.TimeSpan;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;

/**
 * How fast a new version must answer.
 *
 * <pre>{@code
 * var latency = new LatencySettings(95.0, TimeSpan.of("500ms"));
 * }</pre>
 *
 * @param quantile percent of the answers that must be as fast; default 99
 * @param max how long they may take; default 500ms. The trap: Istio counts by steps of 0.5, 1, 5,
 *     10, 25, 50, 100, 250, 500ms, 1, 2.5, 5 and 10s, and between two steps Prometheus guesses
 */
public record LatencySettings(
    @JsonPropertyDescription("Percent of the answers that must be as fast. Default: 99.")
        @DecimalMin("1")
        @DecimalMax("99.99")
        Double quantile,
    @JsonPropertyDescription(
            "How long they may take, best one of Istio's steps: 50ms, 100ms, 250ms, 500ms, 1s,"
                + " 2500ms, 5s. Default: 500ms.")
        TimeSpan max) {

  /** Fills in the defaults; refuses a share outside 1 to 99.99. */
  public LatencySettings {
    quantile = or(quantile, 99.0);
    if (!(quantile >= 1 && quantile <= 99.99)) {
      throw new IllegalArgumentException(
          "quantile (%s) must be from 1 to 99.99.".formatted(quantile));
    }
    max = or(max, TimeSpan.of("500ms"));
  }
}
