package com.onlinestore.components.cluster.aws;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A size of a family of instances, as in {@code m7g.2xlarge}.
 *
 * @param family which processors and how much memory for each
 * @param larges how many times a {@code large} it is
 */
record InstanceType(InstanceFamily family, BigDecimal larges) {

  /**
   * Nano to small have no room for a node's own parts; metal needs more than this platform says.
   */
  static final String PATTERN = "^([a-z0-9-]+)\\.(medium|large|([1-9][0-9]?)?xlarge)$";

  private static final BigDecimal HALF = new BigDecimal("0.5");

  /** The type; empty where its family is unknown or the text is none. */
  static Optional<InstanceType> of(String text) {
    Matcher parts = Pattern.compile(PATTERN).matcher(text);
    return parts.matches()
        ? InstanceFamily.of(parts.group(1))
            .map(family -> new InstanceType(family, larges(parts.group(2))))
        : Optional.empty();
  }

  /** The part before the dot. */
  static String familyOf(String text) {
    return text.replaceFirst("\\..*", "");
  }

  /** US dollars by the hour, on demand. */
  BigDecimal hourly() {
    return family.hourlyOfLarge().multiply(larges);
  }

  private static BigDecimal larges(String size) {
    return switch (size) {
      case "medium" -> HALF;
      case "large" -> BigDecimal.ONE;
      case "xlarge" -> BigDecimal.valueOf(2);
      default -> BigDecimal.valueOf(2L * Integer.parseInt(size.replace("xlarge", "")));
    };
  }
}
