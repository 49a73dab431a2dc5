package com.onlinestore.components.kubernetes;

import com.onlinestore.components.settings.Nearest;
import com.onlinestore.components.settings.Problem;
import com.pulumi.core.annotations.EnumType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words for a value of a wrong kind: what it is, what it must be, and how to write it.
 *
 * @param wanted the kinds that it may be of
 * @param value what stands there
 * @param secret whether it is not to be shown
 */
record WrongKind(List<ValueKind> wanted, Object value, boolean secret) {

  private static final int SHOWN = 40;

  @Override
  public String toString() {
    String words =
        wanted.stream().map(ValueKind::words).distinct().collect(Collectors.joining(" or "));
    return isShown()
        ? "%s must be %s%s.".formatted(shown(), words, remedy())
        : "must be %s, not %s.".formatted(words, ValueKind.of(value));
  }

  /** What is wrong with a value of which the SDK knows all there are. */
  static List<Problem> unlessOneOf(Class<?> type, Object value, boolean secret) {
    List<String> allowed = Stream.of(type.getEnumConstants()).map(WrongKind::written).toList();
    String text = String.valueOf(value);
    if (allowed.contains(text)) {
      return List.of();
    }
    String rule = "must be one of %s.".formatted(String.join(", ", allowed));
    WrongKind wrong = new WrongKind(List.of(), value, secret);
    return List.of(
        new Problem(
            "",
            wrong.isShown()
                ? wrong.shown() + " " + rule + Nearest.didYouMean(text, allowed)
                : rule));
  }

  private boolean isShown() {
    return !secret && !(value instanceof List || value instanceof Map);
  }

  private String shown() {
    String text = value instanceof String ? Manifests.toJson(value) : String.valueOf(value);
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN - 4) + "...\"";
  }

  private String remedy() {
    if (wanted.contains(ValueKind.TEXT)) {
      return "; write it in quotes: \"%s\"".formatted(value);
    }
    if (wanted.contains(ValueKind.LIST)) {
      return "; write it in brackets: [%s]".formatted(shown());
    }
    if (wanted.contains(ValueKind.OBJECT)) {
      return " (name: value)";
    }
    if (value instanceof String text && isPlain(text)) {
      return "; write it without quotes: " + text;
    }
    if (wanted.contains(ValueKind.WHOLE) && value instanceof Number) {
      return " from -2147483648 to 2147483647";
    }
    return wanted.contains(ValueKind.NUMBER)
            && value instanceof Number number
            && Double.isFinite(number.doubleValue())
        ? "; write it with .0 at its end"
        : "";
  }

  /** Whether the text says what is wanted, were it not text. */
  private boolean isPlain(String text) {
    return wanted.contains(ValueKind.FLAG)
        ? text.matches("true|false")
        : text.matches("-?[0-9]{1,9}")
            || wanted.contains(ValueKind.NUMBER) && text.matches("-?[0-9]{1,9}[.][0-9]{1,9}");
  }

  private static String written(Object constant) {
    try {
      for (Method method : constant.getClass().getMethods()) {
        if (method.isAnnotationPresent(EnumType.Converter.class)) {
          return String.valueOf(method.invoke(constant));
        }
      }
      return String.valueOf(constant);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }
}
