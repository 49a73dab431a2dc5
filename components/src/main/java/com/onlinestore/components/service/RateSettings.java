package com.onlinestore.components.service;

import static com.onlinestore.components.settings.Checks.or;
import static com.onlinestore.components.settings.Checks.required;
import static com.onlinestore.components.settings.Checks.within;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.mesh.envoy.TokenBucket;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import com.onlinestore.components.settings.TimeSpan;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;

/**
 * How many requests may come in a time. More are answered with 429 and Retry-After.
 *
 * <pre>{@code
 * var rate = new RateSettings(100, TimeSpan.of("1s"), 200);
 * }</pre>
 *
 * @param requests in {@code per}
 * @param per default 1s
 * @param burst requests at once after a rest; default as many as {@code requests}
 */
public record RateSettings(
    @JsonProperty(required = true)
        @JsonPropertyDescription("Requests that may come in the time of per.")
        @Min(1)
        @Max(RateSettings.MOST)
        Integer requests,
    @JsonPropertyDescription("The time, such as 1s or 1m. Default: 1s.") TimeSpan per,
    @JsonPropertyDescription("Requests that may come at once after a rest. Default: requests.")
        @Min(1)
        @Max(RateSettings.MOST)
        Integer burst) {

  static final int MOST = 1_000_000;

  private static final TimeSpan LONGEST = TimeSpan.of("1d");

  /** Fills in the defaults; refuses numbers out of range. */
  public RateSettings {
    within("requests", required("requests", requests), 1, MOST);
    per = or(per, TimeSpan.seconds(1));
    burst = within("burst", or(burst, requests), 1, MOST);
  }

  /** A burst below the rate, and times that a proxy cannot keep. */
  public List<Problem> problems() {
    return new Problems()
        .addIf(
            burst < requests,
            "burst",
            "%d must not be less than requests (%d), which may come at once.",
            burst,
            requests)
        .addIf(
            per.compareTo(TokenBucket.SHORTEST) < 0 || per.compareTo(LONGEST) > 0,
            "per",
            "%s must be from %s to %s.",
            per,
            TokenBucket.SHORTEST,
            "1d")
        .list();
  }

  /** Whether {@code outer}, which counts the same requests and others, is always reached first. */
  public boolean isNeverReachedWithin(RateSettings outer) {
    long here = requests * outer.per.duration().toMillis();
    long there = outer.requests * per.duration().toMillis();
    return here >= there && burst >= outer.burst;
  }

  /** The bucket that keeps this rate. */
  public TokenBucket bucket() {
    return TokenBucket.of(burst, requests, per);
  }

  /** Seconds until the next request may come, rounded up. */
  public long retryAfter() {
    long each = requests * 1000L;
    return (per.duration().toMillis() + each - 1) / each;
  }

  /** {@code 100 per 1s}. */
  @Override
  public String toString() {
    return requests + " per " + per;
  }
}
