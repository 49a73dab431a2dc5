package com.onlinestore.components.service;

import static com.onlinestore.components.settings.Checks.or;
import static com.onlinestore.components.settings.Checks.within;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import com.onlinestore.components.settings.TimeSpan;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;

/**
 * How callers treat a service.
 *
 * <pre>{@code
 * var traffic = TrafficSettingsBuilder.builder().timeout(TimeSpan.of("2s")).build();
 * }</pre>
 *
 * @param timeout the slowest answer a caller waits for, tries included; default 15s
 * @param retries when a request is sent again
 * @param maxConnections connections from one caller's pod; default 100
 * @param maxPendingRequests requests that wait for a connection; default 100, more fail at once
 * @param maxRequests requests under way from one caller's pod; default 100
 * @param ejection when a failing pod is left alone
 * @param locality which pods a caller prefers; default failover
 */
@RecordBuilder
public record TrafficSettings(
    @JsonPropertyDescription("The slowest answer a caller waits for, such as 15s. Default: 15s.")
        TimeSpan timeout,
    @JsonPropertyDescription("When a request is sent again.") RetrySettings retries,
    @JsonPropertyDescription("Connections from one pod of a caller. Default: 100.")
        @Min(1)
        @Max(100000)
        Integer maxConnections,
    @JsonPropertyDescription("Requests that wait for a connection. Default: 100.")
        @Min(1)
        @Max(100000)
        Integer maxPendingRequests,
    @JsonPropertyDescription("Requests under way from one pod of a caller. Default: 100.")
        @Min(1)
        @Max(100000)
        Integer maxRequests,
    @JsonPropertyDescription("When a pod that keeps failing is left alone.")
        EjectionSettings ejection,
    @JsonPropertyDescription(
            "failover: pods of the caller's own zone, others when these fail. spread: all alike."
                + " Default: failover.")
        Locality locality) {

  private static final TimeSpan LONGEST = TimeSpan.of("1h");
  private static final int MOST = 100_000;

  /** Fills in the defaults. */
  public TrafficSettings {
    timeout = or(timeout, TimeSpan.seconds(15));
    retries = or(retries, RetrySettings.defaults()).fitting(timeout);
    maxConnections = within("maxConnections", or(maxConnections, 100), 1, MOST);
    maxPendingRequests = within("maxPendingRequests", or(maxPendingRequests, 100), 1, MOST);
    maxRequests = within("maxRequests", or(maxRequests, 100), 1, MOST);
    ejection = or(ejection, new EjectionSettings(null, null, null, null));
    locality = or(locality, Locality.FAILOVER);
  }

  /** All defaults. */
  public static TrafficSettings defaults() {
    return TrafficSettingsBuilder.builder().build();
  }

  /** Retries that cannot finish within the timeout. */
  public List<Problem> problems() {
    int tries = retries.tries();
    Duration needed = retries.perTryTimeout().duration().multipliedBy(tries);
    return new Problems()
        .addIf(
            timeout.compareTo(LONGEST) > 0,
            "timeout",
            "%s must not be longer than %s.",
            timeout,
            LONGEST)
        .addIf(
            retries.attempts() > 0 && needed.compareTo(timeout.duration()) > 0,
            "retries",
            "%d tries of %s take up to %s and must fit into timeout (%s).",
            tries,
            retries.perTryTimeout(),
            new TimeSpan(needed),
            timeout)
        .list();
  }
}
