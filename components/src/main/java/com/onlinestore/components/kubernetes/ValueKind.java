package com.onlinestore.components.kubernetes;

import com.pulumi.resources.InputArgs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The kinds of values that a patch holds, with the words that people have for them. */
enum ValueKind {
  TEXT("text", value -> value instanceof String),
  FLAG("true or false", value -> value instanceof Boolean),
  WHOLE("a whole number", ValueKind::isWhole),
  NUMBER("a number", ValueKind::isNumber),
  LIST("a list", value -> value instanceof List),
  OBJECT("an object", value -> value instanceof Map),
  ANYTHING("anything", value -> true);

  private final String words;
  private final Predicate<Object> holds;

  ValueKind(String words, Predicate<Object> holds) {
    this.words = words;
    this.holds = holds;
  }

  /** What the SDK wants where it declares {@code property}; empty for what no text can say. */
  static Optional<ValueKind> wantedBy(Class<?> property) {
    if (property == Object.class) {
      return Optional.of(ANYTHING);
    }
    // The enums of AWS and Google Cloud are open: they stand beside a text.
    if (property == String.class || property.isEnum()) {
      return Optional.of(TEXT);
    }
    if (property == Boolean.class) {
      return Optional.of(FLAG);
    }
    if (property == Integer.class) {
      return Optional.of(WHOLE);
    }
    if (property == Double.class) {
      return Optional.of(NUMBER);
    }
    if (property == List.class) {
      return Optional.of(LIST);
    }
    return property == Map.class || InputArgs.class.isAssignableFrom(property)
        ? Optional.of(OBJECT)
        : Optional.empty();
  }

  /** What a value is, for telling it without showing it. */
  static String of(Object value) {
    return Stream.of(values())
        .filter(kind -> kind != ANYTHING && kind.holds(value))
        .findFirst()
        .map(kind -> kind.words)
        .orElse(value instanceof Number ? "a number that is too large" : "something else");
  }

  boolean holds(Object value) {
    return holds.test(value);
  }

  /** What it is called in a sentence. */
  String words() {
    return words;
  }

  private static boolean isWhole(Object value) {
    return value instanceof Integer
        || value instanceof Double number && number.intValue() == number.doubleValue();
  }

  private static boolean isNumber(Object value) {
    return value instanceof Integer || value instanceof Double number && Double.isFinite(number);
  }
}
