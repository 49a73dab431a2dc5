package com.onlinestore.components.kubernetes;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The properties of a class of arguments, by the names that its provider gives them.
 *
 * @param fields that carry them
 */
record ArgsProperties(Map<String, Field> fields) {

  /** Keeps an order that tests and people can rely on. */
  ArgsProperties {
    fields = Collections.unmodifiableMap(new TreeMap<>(fields));
  }

  static ArgsProperties of(Class<?> args) {
    Map<String, Field> fields = new TreeMap<>();
    Arrays.stream(args.getDeclaredFields())
        .filter(field -> field.isAnnotationPresent(Import.class))
        .forEach(
            field -> {
              String name = field.getAnnotation(Import.class).name();
              fields.put(name.isEmpty() ? field.getName() : name, field);
            });
    return new ArgsProperties(fields);
  }

  /** Whether they have what a change goes by; Pulumi generates all alike. */
  static boolean areGenerated(Class<?> args) {
    return Stream.of(args.getMethods())
            .filter(method -> method.getName().equals("builder"))
            .anyMatch(method -> Arrays.equals(method.getParameterTypes(), new Class<?>[] {args}))
        && of(args).fields.values().stream().allMatch(field -> field.getType() == Output.class);
  }

  Set<String> names() {
    return fields.keySet();
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }

  boolean requires(String name) {
    return fields.get(name).getAnnotation(Import.class).required();
  }

  /** How Java calls it, which differs where the provider's word is one of Java's own. */
  String inJava(String name) {
    return fields.get(name).getName();
  }

  /** Of {@code Output<List<String>>} what is in the output. */
  Type type(String name) {
    return ((ParameterizedType) fields.get(name).getGenericType()).getActualTypeArguments()[0];
  }
}
