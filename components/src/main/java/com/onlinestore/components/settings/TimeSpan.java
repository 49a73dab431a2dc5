package com.onlinestore.components.settings;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time as Istio and Prometheus write it: {@code 500ms}, {@code 15s}, {@code 5m}, {@code
 * 1h}, {@code 15d}.
 *
 * <pre>{@code
 * var timeout = TimeSpan.of("1500ms");
 * }</pre>
 */
public record TimeSpan(Duration duration) implements Comparable<TimeSpan> {

  /** A whole number and one unit. */
  public static final String PATTERN = "^([1-9][0-9]{0,8})(ms|s|m|h|d)$";

  private static final Pattern COMPILED = Pattern.compile(PATTERN);

  /** Refuses an absent, negative or zero length. */
  public TimeSpan {
    Checks.required("time span", duration);
    if (duration.toMillis() <= 0) {
      throw new IllegalArgumentException("A time span must be at least 1ms.");
    }
  }

  /** Reads {@code 15s}; refuses anything else. */
  @JsonCreator
  public static TimeSpan of(String text) {
    Matcher matcher = COMPILED.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "\"%s\" must be a whole number and ms, s, m, h or d, such as 15s.".formatted(text));
    }
    long count = Long.parseLong(matcher.group(1));
    return new TimeSpan(
        switch (matcher.group(2)) {
          case "ms" -> Duration.ofMillis(count);
          case "s" -> Duration.ofSeconds(count);
          case "m" -> Duration.ofMinutes(count);
          case "h" -> Duration.ofHours(count);
          default -> Duration.ofDays(count);
        });
  }

  /** {@code seconds} as a time span. */
  public static TimeSpan seconds(long seconds) {
    return new TimeSpan(Duration.ofSeconds(seconds));
  }

  /** A part of it, in whole milliseconds and at least one. */
  public TimeSpan dividedBy(int parts) {
    return new TimeSpan(Duration.ofMillis(Math.max(1, duration.toMillis() / parts)));
  }

  /** Seconds, rounded up. */
  public long wholeSeconds() {
    return (duration.toMillis() + 999) / 1000;
  }

  /** Days, rounded up. */
  public long wholeDays() {
    return (wholeSeconds() + 86_399) / 86_400;
  }

  /** Milliseconds or seconds, which Istio, Envoy and Prometheus all read. */
  @JsonValue
  @Override
  public String toString() {
    long millis = duration.toMillis();
    return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
  }

  @Override
  public int compareTo(TimeSpan other) {
    return duration.compareTo(other.duration);
  }
}
