package com.onlinestore.components.service;

import static com.onlinestore.components.settings.Checks.or;
import static com.onlinestore.components.settings.Checks.within;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * How many pods a node drain may take at once.
 *
 * <pre>{@code
 * var disruption = new DisruptionSettings(1);
 * }</pre>
 *
 * @param maxUnavailable pods; default 1. There is no {@code minAvailable}: with as many pods as it
 *     asks for it blocks every drain
 */
public record DisruptionSettings(
    @JsonPropertyDescription("Pods that a node drain may take at once. Default: 1.")
        @Min(1)
        @Max(1000)
        Integer maxUnavailable) {

  /** Fills in the default. */
  public DisruptionSettings {
    maxUnavailable = within("maxUnavailable", or(maxUnavailable, 1), 1, 1000);
  }
}
