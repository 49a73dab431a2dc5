package com.onlinestore.components.kubernetes;

import com.onlinestore.components.settings.Nearest;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.resources.InputArgs;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A {@link Patch} of typed arguments of Pulumi's SDKs, such as those of a resource of a cloud, by
 * the names that the provider gives its properties.
 *
 * <p>It goes by way of their builders and accessors, which the SDKs generate alike for all. The
 * trap: names are checked, values only for being a list or an object where one is wanted; the
 * provider does the rest.
 *
 * @param change what to merge into the arguments
 */
record TypedPatch(Map<?, ?> change) {

  /** Names that {@code type} does not have, what it cannot do without, and what cannot fit. */
  List<Problem> problems(Class<?> type) {
    Map<String, Field> properties = properties(type);
    Problems problems = new Problems();
    change.forEach(
        (key, value) -> {
          String name = String.valueOf(key);
          Field property = properties.get(name);
          if (property == null) {
            problems.addIf(
                true, name, "is not a property.%s", Nearest.didYouMean(name, properties.keySet()));
          } else if (value == null) {
            problems.addIf(
                property.getAnnotation(Import.class).required(),
                name,
                "is required and cannot be taken away.");
          } else {
            problems.addAll(name, inside(property, value));
          }
        });
    return problems.list();
  }

  /** A copy of the arguments with the change in it. */
  <A extends InputArgs> A applied(A args) {
    Map<String, Field> properties = properties(args.getClass());
    Object builder = call(args.getClass(), null, "builder", args.getClass(), args);
    change.forEach(
        (name, value) -> {
          String property = properties.get(String.valueOf(name)).getName();
          call(
              builder.getClass(),
              builder,
              property,
              Output.class,
              value == null ? null : merged(current(args, property), value));
        });
    @SuppressWarnings("unchecked")
    A patched = (A) call(builder.getClass(), builder, "build");
    return patched;
  }

  private static Output<Object> merged(Optional<Output<?>> current, Object change) {
    return current
        .<Output<Object>>map(output -> output.applyValue(value -> merged(value, change)))
        .orElseGet(() -> Output.of(merged(Map.of(), change)));
  }

  private static Object merged(Object value, Object change) {
    if (!(change instanceof Map<?, ?> inner)) {
      return change;
    }
    return value instanceof InputArgs args
        ? new TypedPatch(inner).applied(args)
        : Patch.merge(value, inner);
  }

  private static List<Problem> inside(Field property, Object value) {
    Class<?> type = type(property);
    boolean typed = InputArgs.class.isAssignableFrom(type);
    if (value instanceof Map<?, ?> inner && typed) {
      return new TypedPatch(inner).problems(type);
    }
    boolean known = !(value instanceof Output);
    boolean object = typed || type == Map.class;
    return new Problems()
        .addIf(known && type == List.class && !(value instanceof List), "", "must be a list.")
        .addIf(known && object && !(value instanceof Map), "", "must be an object.")
        .list();
  }

  /** Of {@code Output<SomethingArgs>} what is in the output. */
  private static Class<?> type(Field property) {
    Type type =
        property.getGenericType() instanceof ParameterizedType output
            ? output.getActualTypeArguments()[0]
            : Object.class;
    Type raw = type instanceof ParameterizedType generic ? generic.getRawType() : type;
    return raw instanceof Class<?> known ? known : Object.class;
  }

  private static Map<String, Field> properties(Class<?> type) {
    Map<String, Field> properties = new TreeMap<>();
    Arrays.stream(type.getDeclaredFields())
        .filter(field -> field.isAnnotationPresent(Import.class))
        .forEach(
            field -> {
              String name = field.getAnnotation(Import.class).name();
              properties.put(name.isEmpty() ? field.getName() : name, field);
            });
    return properties;
  }

  /** A required property is an output, another one perhaps one. */
  private static Optional<Output<?>> current(InputArgs args, String property) {
    Object value = call(args.getClass(), args, property);
    Object output = value instanceof Optional<?> maybe ? maybe.orElse(null) : value;
    return Optional.ofNullable((Output<?>) output);
  }

  private static Object call(Class<?> of, Object on, String method) {
    try {
      return of.getMethod(method).invoke(on);
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
      throw notGenerated(of, e);
    }
  }

  private static Object call(Class<?> of, Object on, String method, Class<?> type, Object value) {
    try {
      return of.getMethod(method, type).invoke(on, value);
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
      throw notGenerated(of, e);
    }
  }

  private static IllegalArgumentException notGenerated(Class<?> type, Exception cause) {
    return new IllegalArgumentException(
        type.getName() + " cannot be overridden: it is not as Pulumi generates them.", cause);
  }
}
