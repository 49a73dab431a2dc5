package com.onlinestore.review.risk;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
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

  private static final double HOURS_OF_A_DAY = 24;

  private Durations() {}

  /** As it is written; plain numbers with their unit where the field says it, seconds as days. */
  static String text(String field, JsonNode value) {
    String text = value.asText();
    if (isForEver(field, value)) {
      return "for ever";
    }
    if (text.matches("\\d{1,9}s") || text.matches("\\d{1,9}") && isOfDays(field)) {
      double days = hours(text).orElseThrow() / HOURS_OF_A_DAY;
      if (days >= 1) {
        String number =
            BigDecimal.valueOf(days)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
        return number + (number.equals("1") ? " day" : " days");
      }
    }
    return text;
  }

  /** Hours of {@code 31d} or {@code 1d12h}; a plain number is of days. */
  static Optional<Double> hours(String field, JsonNode value) {
    return isForEver(field, value) ? Optional.of(Double.MAX_VALUE) : hours(value.asText());
  }

  private static Optional<Double> hours(String text) {
    if (text.matches("\\d{1,9}")) {
      return Optional.of(Integer.parseInt(text) * HOURS_OF_A_DAY);
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

  /** As AWS has it of groups of logs: nothing or 0 keeps them. */
  private static boolean isForEver(String field, JsonNode value) {
    return field.equals("retentionInDays") && value.asText("0").equals("0");
  }

  private static boolean isOfDays(String field) {
    return field.endsWith("Days") || field.equals("backupRetentionPeriod");
  }
}
