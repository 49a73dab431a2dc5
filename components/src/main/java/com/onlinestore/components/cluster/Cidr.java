package com.onlinestore.components.cluster;

import com.onlinestore.components.settings.Problem;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A range of IPv4 addresses, as in {@code 10.20.0.0/16}.
 *
 * @param first its first address as a number
 * @param prefix how many leading bits its addresses share, 0 to 32
 */
public record Cidr(long first, int prefix) {

  private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";

  /** What a range must look like. */
  public static final String PATTERN =
      "^" + OCTET + "(\\." + OCTET + "){3}/([0-9]|[12][0-9]|3[0-2])$";

  private static final Pattern COMPILED = Pattern.compile(PATTERN);

  private static final int BITS = 32;

  /** Refuses a range that does not begin where its prefix says. */
  public Cidr {
    if (prefix < 0 || prefix > BITS || first < 0 || first >>> BITS != 0) {
      throw new IllegalArgumentException("%d/%d is no range of IPv4.".formatted(first, prefix));
    }
    if (first % size(prefix) != 0) {
      throw new IllegalArgumentException(
          "%s must begin at %s."
              .formatted(text(first, prefix), text(first - first % size(prefix), prefix)));
    }
  }

  /**
   * Reads a range.
   *
   * @throws IllegalArgumentException where it is none, or has bits set behind its prefix
   */
  public static Cidr parse(String text) {
    if (text == null || !COMPILED.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "\"%s\" must be an address range, such as 10.20.0.0/16.".formatted(text));
    }
    String[] parts = text.split("[./]");
    long first = 0;
    for (int octet = 0; octet < 4; octet++) {
      first = first << 8 | Long.parseLong(parts[octet]);
    }
    return new Cidr(first, Integer.parseInt(parts[4]));
  }

  /** What is wrong with a range's text; nothing where it can be parsed. */
  public static List<Problem> problems(String text) {
    try {
      parse(text);
      return List.of();
    } catch (IllegalArgumentException e) {
      return List.of(new Problem("", e.getMessage()));
    }
  }

  /** The range; empty where its text has problems. */
  public static Optional<Cidr> find(String text) {
    return problems(text).isEmpty() ? Optional.of(parse(text)) : Optional.empty();
  }

  /** How many addresses it has. */
  public long size() {
    return size(prefix);
  }

  /** Whether the two have an address in common. */
  public boolean overlaps(Cidr other) {
    return first < other.first + other.size() && other.first < first + size();
  }

  /** Whether it is a part of a range that no network on the internet has: RFC 1918. */
  public boolean isPrivate() {
    return Stream.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16")
        .anyMatch(range -> parse(range).contains(this));
  }

  /** Whether every address of {@code other} is in this range. */
  public boolean contains(Cidr other) {
    return first <= other.first && other.first + other.size() <= first + size();
  }

  /** The {@code index}-th range of {@code longer} prefix bits in this one, counted from 0. */
  public Cidr part(int longer, int index) {
    Cidr part = new Cidr(first + index * size(longer), longer);
    if (!contains(part)) {
      throw new IllegalArgumentException(
          "%s has no range %d of prefix %d.".formatted(this, index, longer));
    }
    return part;
  }

  @Override
  public String toString() {
    return text(first, prefix);
  }

  private static long size(int prefix) {
    return 1L << BITS - prefix;
  }

  private static String text(long first, int prefix) {
    return "%d.%d.%d.%d/%d"
        .formatted(first >> 24, first >> 16 & 255, first >> 8 & 255, first & 255, prefix);
  }
}
