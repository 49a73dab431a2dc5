package com.onlinestore.components.kubernetes;

import com.onlinestore.components.settings.Nearest;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import com.pulumi.core.Either;
import com.pulumi.core.Output;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What is wrong with a change to typed arguments of Pulumi's SDKs, by names and by types.
 *
 * <p>The trap: in a plan nobody else says it. Of a value of a wrong type the SDK takes nothing, and
 * goes on with an empty text, zero or false.
 *
 * @param secret whether values are not to be shown
 * @param merged whether it changes what is there; what stands in a list is made anew
 */
record PatchCheck(boolean secret, boolean merged) {

  /** The SDKs mark only properties of a resource itself, not what stands deeper. */
  private static final Pattern SECRET =
      Pattern.compile("(?i).*(password|secret|token|credential|private_?key).*");

  /** Problems of a change to the arguments of a resource, some of whose properties are secret. */
  static List<Problem> problems(Class<?> args, Map<?, ?> change, Collection<String> secrets) {
    return new PatchCheck(false, true).object(args, change, secrets);
  }

  private List<Problem> object(Class<?> args, Map<?, ?> change, Collection<String> secrets) {
    ArgsProperties properties = ArgsProperties.of(args);
    if (!properties.areGenerated()) {
      return wrong("is not as Pulumi generates it (%s): change it in Java.", args.getSimpleName());
    }
    Problems problems = new Problems();
    change.forEach(
        (key, value) -> {
          String name = String.valueOf(key);
          problems.addAll(
              name,
              properties.has(name)
                  ? under(name, secrets).property(properties, name, value)
                  : wrong("is not a property.%s", Nearest.didYouMean(name, properties.names())));
        });
    properties.names().stream()
        .filter(name -> !merged && properties.requires(name) && !change.containsKey(name))
        .forEach(name -> problems.addAll(name, wrong("is required here; give it a value.")));
    return problems.list();
  }

  private List<Problem> property(ArgsProperties properties, String name, Object value) {
    if (value == null && merged) {
      return properties.requires(name) ? wrong("is required and cannot be taken away.") : List.of();
    }
    return value(properties.type(name), value);
  }

  private List<Problem> value(Type type, Object value) {
    Class<?> wanted = raw(type);
    if (value == null) {
      return wrong("has no value; give it one or remove the line.");
    }
    if (isFromJava(wanted, value)) {
      return List.of();
    }
    if (wanted == Either.class) {
      return either(within(type, 0), within(type, 1), value);
    }
    return ValueKind.wantedBy(wanted)
        .map(kind -> kind.holds(value) ? inside(kind, type, value) : wrongKind(value, kind))
        .orElseGet(
            () ->
                wrong(
                    "takes %s, which no override can give: change it in Java.",
                    wanted.getSimpleName()));
  }

  private List<Problem> inside(ValueKind kind, Type type, Object value) {
    return switch (kind) {
      case LIST -> entries(within(type, 0), (List<?>) value);
      case OBJECT ->
          raw(type) == Map.class
              ? values(within(type, 1), (Map<?, ?>) value)
              : object(raw(type), (Map<?, ?>) value, Set.of());
      case ANYTHING -> Carried.problems(value);
      default -> List.of();
    };
  }

  private List<Problem> entries(Type type, List<?> list) {
    Problems problems = new Problems();
    for (int i = 0; i < list.size(); i++) {
      problems.addAll("[" + i + "]", new PatchCheck(secret, false).value(type, list.get(i)));
    }
    return problems.list();
  }

  private List<Problem> values(Type type, Map<?, ?> map) {
    Problems problems = new Problems();
    map.forEach(
        (key, value) -> {
          String name = String.valueOf(key);
          if (value != null || !merged) {
            problems.addAll(name, under(name, Set.of()).value(type, value));
          }
        });
    return problems.list();
  }

  /** The problems of the side that is nearest. */
  private List<Problem> either(Type left, Type right, Object value) {
    List<Problem> one = value(left, value);
    List<Problem> other = value(right, value);
    if (one.isEmpty() || other.isEmpty()) {
      return List.of();
    }
    if (holds(left, value)) {
      return one;
    }
    return holds(right, value)
        ? other
        : wrongKind(
            value,
            List.of(left, right).stream()
                .flatMap(side -> ValueKind.wantedBy(raw(side)).stream())
                .toArray(ValueKind[]::new));
  }

  private static boolean holds(Type type, Object value) {
    return ValueKind.wantedBy(raw(type)).filter(kind -> kind.holds(value)).isPresent();
  }

  private PatchCheck under(String name, Collection<String> secrets) {
    return new PatchCheck(
        secret || secrets.contains(name) || SECRET.matcher(name).matches(), merged);
  }

  /** An output, in which anything may come, or what is of the SDK's own type. */
  private static boolean isFromJava(Class<?> wanted, Object value) {
    boolean plain = value instanceof Map || value instanceof List || value instanceof Number;
    return value instanceof Output || !plain && wanted != Object.class && wanted.isInstance(value);
  }

  private static Type within(Type type, int position) {
    return ((ParameterizedType) type).getActualTypeArguments()[position];
  }

  private static Class<?> raw(Type type) {
    Type raw = type instanceof ParameterizedType generic ? generic.getRawType() : type;
    return raw instanceof Class<?> known ? known : Object.class;
  }

  private List<Problem> wrongKind(Object value, ValueKind... wanted) {
    return List.of(new Problem("", new WrongKind(List.of(wanted), value, secret).toString()));
  }

  private static List<Problem> wrong(String message, Object... arguments) {
    return List.of(new Problem("", message.formatted(arguments)));
  }
}
