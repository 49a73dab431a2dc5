package com.onlinestore.components.kubernetes;

import com.onlinestore.components.settings.Problem;
import com.pulumi.core.Output;
import com.pulumi.resources.InputArgs;
import java.lang.reflect.InvocationTargetException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A {@link Patch} of typed arguments of Pulumi's SDKs, such as those of a resource of a cloud, by
 * the names that the provider gives its properties.
 *
 * <p>It goes by way of their builders and accessors, which the SDKs generate alike for all. The
 * trap: it is for a change that has no {@link #problems problems}; whether the values make sense is
 * for the provider to say.
 *
 * @param change what to merge into the arguments
 */
record TypedPatch(Map<?, ?> change) {

  /**
   * Names that {@code type} does not have, what it cannot do without, and what cannot fit.
   *
   * @param secrets properties whose values are not to be shown
   */
  List<Problem> problems(Class<?> type, Collection<String> secrets) {
    return PatchCheck.problems(type, change, secrets);
  }

  /** A copy of the arguments with the change in it. */
  <A extends InputArgs> A applied(A args) {
    ArgsProperties properties = ArgsProperties.of(args.getClass());
    Object builder = call(args.getClass(), null, "builder", args.getClass(), args);
    change.forEach(
        (name, value) -> {
          String property = properties.inJava(String.valueOf(name));
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
