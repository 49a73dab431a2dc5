package com.onlinestore.components.observability.objectives;

import static com.onlinestore.components.settings.Checks.required;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.settings.TimeSpan;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import java.math.BigDecimal;

/**
 * How many requests are answered how fast.
 *
 * <pre>{@code
 * var latency = new LatencySettings(TimeSpan.of("300ms"), new BigDecimal("99"));
 * }</pre>
 *
 * @param threshold the longest that a good answer takes
 * @param target percent of the requests that are answered within it
 */
public record LatencySettings(
    @JsonProperty(required = true)
        @JsonPropertyDescription("The longest that a good answer takes, such as 300ms.")
        TimeSpan threshold,
    @JsonProperty(required = true)
        @JsonPropertyDescription("Percent of answers that are as fast, from 90 to 99.999.")
        @DecimalMin(SloSettings.LEAST)
        @DecimalMax(SloSettings.MOST)
        BigDecimal target) {

  /** Refuses a target that leaves no budget, or more than anybody would call an objective. */
  public LatencySettings {
    required("threshold", threshold);
    SloSettings.percent("target", required("target", target));
  }
}
