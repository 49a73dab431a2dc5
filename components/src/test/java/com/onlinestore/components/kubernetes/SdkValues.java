package com.onlinestore.components.kubernetes;

import com.pulumi.core.Either;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.InputArgs;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a stack file can say of a property of an SDK, by its type: what fits, and what does not. */
final class SdkValues {

  private static final List<Object> VALUES =
      List.of(
          "text", 7, 2.5, true, List.of("entry"), Map.of("name", "value"), 1L << 40, Double.NaN);

  private static final int DEPTH = 2;

  private SdkValues() {}

  static List<Object> right(Type type) {
    return right(type, DEPTH);
  }

  static List<Object> wrong(Type type) {
    return wrong(type, DEPTH);
  }

  static List<Object> any(Type type) {
    return Stream.of(VALUES, right(type), wrong(type)).flatMap(List::stream).toList();
  }

  /** Values of {@code type}, down to some depth. */
  private static List<Object> right(Type type, int depth) {
    Class<?> raw = raw(type);
    if (raw == Either.class) {
      return Stream.of(0, 1).flatMap(i -> right(within(type, i), depth).stream()).toList();
    }
    if (raw == List.class) {
      return List.of(List.of(), right(within(type, 0), depth));
    }
    if (raw == Map.class) {
      List<Object> maps = new ArrayList<>(List.of(Map.of()));
      right(within(type, 1), depth).forEach(each -> maps.add(Map.of("key", each)));
      return maps;
    }
    if (InputArgs.class.isAssignableFrom(raw)) {
      Map<String, Object> every = new HashMap<>();
      properties(raw)
          .forEach(
              (name, inner) -> {
                if (depth > 0 || isRequired(raw, name)) {
                  every.put(name, right(inner, depth - 1).get(0));
                }
              });
      return List.of(every);
    }
    return VALUES.stream().filter(value -> fits(raw, value)).toList();
  }

  /** Values that are not of {@code type}, or have something in them that is not. */
  private static List<Object> wrong(Type type, int depth) {
    Class<?> raw = raw(type);
    List<Object> wrong = new ArrayList<>(VALUES);
    if (raw == Either.class) {
      wrong.retainAll(wrong(within(type, 0), depth));
      wrong.retainAll(wrong(within(type, 1), depth));
      return wrong;
    }
    wrong.removeIf(value -> fits(raw, value));
    if (raw == List.class) {
      wrong(within(type, 0), depth).forEach(each -> wrong.add(List.of(each)));
    } else if (raw == Map.class) {
      wrong(within(type, 1), depth).forEach(each -> wrong.add(Map.of("key", each)));
    } else if (InputArgs.class.isAssignableFrom(raw)) {
      wrong.add(Map.of("nonesuch", "value"));
      properties(raw)
          .forEach(
              (name, inner) -> {
                if (depth > 0) {
                  wrong(inner, depth - 1).forEach(each -> wrong.add(Map.of(name, each)));
                }
              });
    }
    return wrong;
  }

  private static boolean fits(Class<?> raw, Object value) {
    if (raw.isEnum()) {
      return false;
    }
    if (raw == Double.class) {
      return value.equals(7) || value.equals(2.5);
    }
    return raw == Object.class
        ? !value.equals(1L << 40) && !value.equals(Double.NaN)
        : raw.isInstance(value) || InputArgs.class.isAssignableFrom(raw) && value instanceof Map;
  }

  static Map<String, Type> properties(Class<?> args) {
    Map<String, Type> properties = new LinkedHashMap<>();
    for (Field field : args.getDeclaredFields()) {
      if (field.isAnnotationPresent(Import.class)) {
        properties.put(field.getAnnotation(Import.class).name(), within(field.getGenericType(), 0));
      }
    }
    return properties;
  }

  private static boolean isRequired(Class<?> args, String name) {
    return Stream.of(args.getDeclaredFields())
        .map(field -> field.getAnnotation(Import.class))
        .anyMatch(field -> field != null && field.name().equals(name) && field.required());
  }

  private static Type within(Type type, int position) {
    return ((ParameterizedType) type).getActualTypeArguments()[position];
  }

  private static Class<?> raw(Type type) {
    return (Class<?>) (type instanceof ParameterizedType generic ? generic.getRawType() : type);
  }
}
