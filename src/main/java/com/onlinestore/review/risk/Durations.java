package com.onlinestore.review.risk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long something is kept, as Prometheus, Loki and the clouds write it. */
final class Durations {

  private static final Pattern PART = Pattern.compile("(\\d+)(ms|[smhdwy])");
  private static final Map<String, Double> HOURS =
      Map.of(
          "ms",
          1 / 3_600_000.0,
          "s",
          1 / 3600.0,
          "m",
          1 / 60.0,
          "h",
          1.0,
          "d",
          24.0,
          "w",
          168.0,
          "y",
          8760.0);

  private Durations() {}

  /** As it is written; a plain number with its unit. */
  static String text(JsonNode value) {
    return value.asText().matches("\\d+") ? value.asText() + " days" : value.asText();
  }

  /** Hours of {@code 31d} or {@code 1d12h}; a plain number is of days, as clouds count. */
  static Optional<Double> hours(String text) {
    if (text.matches("\\d{1,6}")) {
      return Optional.of(Integer.parseInt(text) * 24.0);
    }
    if (!text.matches("((\\d{1,9})(ms|[smhdwy]))+")) {
      return Optional.empty();
    }
    double hours = 0;
    Matcher part = PART.matcher(text);
    while (part.find()) {
      hours += Long.parseLong(part.group(1)) * HOURS.get(part.group(2));
    }
    return Optional.of(hours);
  }
}
