package com.onlinestore.components.kubernetes;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The properties of a class of arguments, by the names that its provider gives them.
 *
 * @param args the class
 * @param fields that carry them, in an order that tests and people can rely on
 */
record ArgsProperties(Class<?> args, SortedMap<String, Field> fields) {

  static ArgsProperties of(Class<?> args) {
    SortedMap<String, Field> fields = new TreeMap<>();
    Arrays.stream(args.getDeclaredFields())
        .filter(field -> field.isAnnotationPresent(Import.class))
        .forEach(
            field -> {
              String name = field.getAnnotation(Import.class).name();
              fields.put(name.isEmpty() ? field.getName() : name, field);
            });
    return new ArgsProperties(args, Collections.unmodifiableSortedMap(fields));
  }

  /** Whether they have what a change goes by; Pulumi generates all alike. */
  boolean areGenerated() {
    return Stream.of(args.getMethods())
            .filter(method -> method.getName().equals("builder"))
            .anyMatch(method -> Arrays.equals(method.getParameterTypes(), new Class<?>[] {args}))
        && fields.values().stream().allMatch(field -> field.getType() == Output.class);
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
