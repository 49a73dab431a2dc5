package com.onlinestore.components.kubernetes;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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
        ? "; a whole one goes from -2147483648 to 2147483647"
        : "";
  }

  /** Whether the text says what is wanted, were it not text. */
  private boolean isPlain(String text) {
    return wanted.contains(ValueKind.FLAG)
        ? text.matches("true|false")
        : text.matches("-?[0-9]{1,9}")
            || wanted.contains(ValueKind.NUMBER) && text.matches("-?[0-9]{1,9}[.][0-9]{1,9}");
  }
}
