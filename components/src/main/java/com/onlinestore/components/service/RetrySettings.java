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
 * <pre>{@code
 * var retries = new RetrySettings(2, TimeSpan.of("1s"), 20);
 * }</pre>
 *
 * @param attempts further tries after the first; default 2, 0 switches retries off
 * @param perTryTimeout how long one try may take; default the timeout divided by the tries
 * @param budget the most retries under way, in percent of a caller's requests under way, so that
 *     retries do not add to an overload; default 20, as Envoy's
 */
public record RetrySettings(
    @JsonPropertyDescription("Further tries after the first. 0: none. Default: 2.") @Min(0) @Max(10)
        Integer attempts,
    @JsonPropertyDescription(
            "How long one try may take, such as 4s. Default: the timeout divided by the tries.")
        TimeSpan perTryTimeout,
    @JsonPropertyDescription(
            "The most retries under way, in percent of a caller's requests under way. Default: 20.")
        @Min(1)
        @Max(100)
        Integer budget) {

  /** Fills in the defaults that do not depend on the timeout. */
  public RetrySettings {
    attempts = within("attempts", or(attempts, 2), 0, 10);
    budget = within("budget", or(budget, 20), 1, 100);
  }

  /** All defaults. */
  public static RetrySettings defaults() {
    return new RetrySettings(null, null, null);
  }

  int tries() {
    return attempts + 1;
  }

  /** Whether number and length of the tries are the defaults for {@code timeout}. */
  public boolean triesByDefault(TimeSpan timeout) {
    return equals(new RetrySettings(null, null, budget).fitting(timeout));
  }

  /** The same, with tries that fit into {@code timeout} where nothing else is said. */
  RetrySettings fitting(TimeSpan timeout) {
    return perTryTimeout == null
        ? new RetrySettings(attempts, timeout.dividedBy(tries()), budget)
        : this;
  }
}
