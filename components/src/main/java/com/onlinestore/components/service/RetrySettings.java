package com.onlinestore.components.service;

import static com.onlinestore.components.settings.Checks.or;
import static com.onlinestore.components.settings.Checks.within;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.settings.TimeSpan;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * How often a caller's proxy sends a request again, only where the service cannot have seen it.
 *
 * @param attempts further tries after the first; default 2, 0 switches retries off
 * @param perTryTimeout how long one try may take; default 4s
 */
public record RetrySettings(
    @JsonPropertyDescription("Further tries after the first. 0: none. Default: 2.") @Min(0) @Max(10)
        Integer attempts,
    @JsonPropertyDescription("How long one try may take, such as 4s. Default: 4s.")
        TimeSpan perTryTimeout) {

  /** Nothing of the request can have reached the service. */
  static final String SAFE_CONDITIONS = "connect-failure,refused-stream,reset-before-request";

  /** Fills in the defaults. */
  public RetrySettings {
    attempts = within("attempts", or(attempts, 2), 0, 10);
    perTryTimeout = or(perTryTimeout, TimeSpan.seconds(4));
  }
}
