package com.onlinestore.components.settings;

import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * What compact constructors use: defaults, copies, and refusals that name field, value and rule.
 *
 * <p>The schema of the stack file says the same rules by annotations, so that a person sees all
 * mistakes at once; these refusals are for callers from Java.
 */
public final class Checks {

  /** Lower-case letters, digits and dashes, at most 63: RFC 1123, a Kubernetes name. */
  public static final String DNS_LABEL = "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$";

  /** A Kubernetes Service name: starts with a letter (RFC 1035). */
  public static final String SERVICE_NAME = "^[a-z]([a-z0-9-]{0,40}[a-z0-9])?$";

  /** A host name, or one whose first label is a wildcard. */
  public static final String HOST =
      "^(\\*\\.)?[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$";

  /** The name of one host. */
  public static final String ONE_HOST =
      "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+$";

  /** An absolute path without a trailing slash, or the root alone. */
  public static final String PATH = "^/([^\\s?#]*[^\\s?#/])?$";

  /** The name of a Secret. */
  public static final String SECRET = "^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$";

  /** A key in a Secret. */
  public static final String SECRET_KEY = "^[-._a-zA-Z0-9]{1,253}$";

  /** Why something deviates, for whoever reads it later: 12 to 200 characters. */
  public static final String REASON = "^\\S.{10,198}\\S$";

  // Compiling a pattern takes longer than matching, and a large store asks for few of them often.
  private static final Map<String, Pattern> COMPILED = new ConcurrentHashMap<>();

  private Checks() {}

  /** {@code value}, or {@code fallback} where it is absent. */
  public static <T> T or(T value, T fallback) {
    return value == null ? fallback : value;
  }

  /** An immutable copy; empty where absent. */
  public static <T> List<T> copy(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }

  /** An immutable copy in the order of its keys, so that output is deterministic. */
  public static <T> Map<String, T> sorted(Map<String, T> map) {
    return map == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(map));
  }

  /** Refuses an absent value. */
  public static <T> T required(String field, T value) {
    if (value == null) {
      throw new IllegalArgumentException(field + " is required.");
    }
    return value;
  }

  /** Refuses a number outside {@code least} to {@code most}, both inclusive. */
  public static int within(String field, int value, int least, int most) {
    return (int) within(field, (long) value, least, most);
  }

  /** Refuses a number outside {@code least} to {@code most}, both inclusive. */
  public static long within(String field, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s (%d) must be from %d to %d.".formatted(field, value, least, most));
    }
    return value;
  }

  /** Refuses absent text, and text that does not match. */
  public static String matching(String field, String value, String pattern) {
    if (value == null) {
      throw new IllegalArgumentException(
          "%s is required and must match %s.".formatted(field, pattern));
    }
    if (!COMPILED.computeIfAbsent(pattern, Pattern::compile).matcher(value).matches()) {
      throw new IllegalArgumentException(
          "%s (\"%s\") must match %s.".formatted(field, value, pattern));
    }
    return value;
  }

  /** Refuses text that does not match; takes nothing for unset. */
  public static String optional(String field, String value, String pattern) {
    return value == null ? null : matching(field, value, pattern);
  }

  /** An immutable copy, empty where absent; refuses text in it that does not match. */
  public static List<String> eachMatching(String field, List<String> values, String pattern) {
    List<String> copy = copy(values);
    copy.forEach(value -> matching(field, value, pattern));
    return copy;
  }

  /** Refuses an amount that is not a positive Kubernetes quantity such as 250m or 128Mi. */
  public static Quantity positive(String field, Quantity value) {
    if (value != null && amount(value).signum() <= 0) {
      throw new IllegalArgumentException("%s (%s) must be greater than 0.".formatted(field, value));
    }
    return value;
  }

  /** A quantity as a plain number: cores for CPU, bytes for memory. */
  public static BigDecimal amount(Quantity quantity) {
    return quantity.getNumericalAmount();
  }
}
