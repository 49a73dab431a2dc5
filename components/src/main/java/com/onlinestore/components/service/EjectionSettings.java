package com.onlinestore.components.service;

import static com.onlinestore.components.settings.Checks.or;
import static com.onlinestore.components.settings.Checks.within;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.settings.TimeSpan;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * When callers leave a pod alone that keeps failing (a circuit breaker per pod).
 *
 * <pre>{@code
 * var ejection = new EjectionSettings(5, TimeSpan.of("10s"), TimeSpan.of("30s"), 50);
 * }</pre>
 *
 * @param consecutiveErrors answers of 5xx in a row; default 5
 * @param interval how often pods are looked at; default 5s
 * @param time how long a pod is left alone, longer each time; default 30s
 * @param maxPercent of the pods that may be left alone at once; default 50
 */
public record EjectionSettings(
    @JsonPropertyDescription("Answers of 5xx in a row. Default: 5.") @Min(1) @Max(1000)
        Integer consecutiveErrors,
    @JsonPropertyDescription("How often pods are looked at, such as 5s. Default: 5s.")
        TimeSpan interval,
    @JsonPropertyDescription("How long a pod is left alone, such as 30s. Default: 30s.")
        TimeSpan time,
    @JsonPropertyDescription("Percent of the pods left alone at once. Default: 50.")
        @Min(1)
        @Max(100)
        Integer maxPercent) {

  /** Fills in the defaults. */
  public EjectionSettings {
    consecutiveErrors = within("consecutiveErrors", or(consecutiveErrors, 5), 1, 1000);
    interval = or(interval, TimeSpan.seconds(5));
    time = or(time, TimeSpan.seconds(30));
    maxPercent = within("maxPercent", or(maxPercent, 50), 1, 100);
  }
}
