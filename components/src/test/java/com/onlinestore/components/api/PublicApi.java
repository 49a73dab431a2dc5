package com.onlinestore.components.api;

import com.onlinestore.components.cluster.OverriddenCluster;
import com.onlinestore.components.kubernetes.ManifestArgs;
import com.onlinestore.components.kubernetes.OverrideRefused;
import com.onlinestore.components.service.CloudAccess;
import com.pulumi.resources.ComponentResource;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the library promises: its public components, and whatever can be reached from them by
 * parameters, results, fields and supertypes. Other public types are open for the library's own
 * packages only, because Java knows nothing between a package and the world.
 */
final class PublicApi {

  static final String ROOT = "com.onlinestore.components.";

  private static final Path CLASSES = Path.of("target/classes");

  /** What is called by itself, and whose signature no component has. */
  private static final List<Class<?>> ENTRIES =
      List.of(
          CloudAccess.class, ManifestArgs.class, OverriddenCluster.class, OverrideRefused.class);

  /** Methods that every type has, and those that every enum has besides. */
  private static final Set<String> GIVEN = Set.of("equals", "hashCode", "toString");

  private static final Set<String> GIVEN_TO_ENUMS = Set.of("values", "valueOf");

  private final Set<Class<?>> types;

  private PublicApi(Set<Class<?>> types) {
    this.types = types;
  }

  /** The API of what was compiled. */
  static PublicApi read() {
    Deque<Class<?>> open = new ArrayDeque<>(ENTRIES);
    compiled()
        .filter(ComponentResource.class::isAssignableFrom)
        .filter(each -> Modifier.isPublic(each.getModifiers()))
        .forEach(open::add);
    Set<Class<?>> types = new TreeSet<>(Comparator.comparing(Class::getName));
    while (!open.isEmpty()) {
      Class<?> next = open.pop();
      if (next.getName().startsWith(ROOT) && types.add(next)) {
        reachable(next).forEach(type -> classes(type, open));
      }
    }
    return new PublicApi(types);
  }

  /** Its types by name. */
  Set<Class<?>> types() {
    return types;
  }

  /** One line for every type and for everything that a user of it can call or read. */
  List<String> lines() {
    return types.stream().flatMap(type -> lines(type).stream()).toList();
  }

  /** The generated builder of a record; null where it has none. */
  static Class<?> builder(Class<?> type) {
    try {
      return type.isRecord() ? Class.forName(type.getName() + "Builder") : null;
    } catch (ClassNotFoundException e) {
      return null;
    }
  }

  /** A name as the list writes it. */
  static String name(Class<?> type) {
    return type.getName().replace(ROOT, "").replace('$', '.');
  }

  private static Stream<Class<?>> compiled() {
    try (Stream<Path> files = Files.walk(CLASSES)) {
      List<Class<?>> all = new ArrayList<>();
      for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
        String path = CLASSES.relativize(file).toString();
        String name = path.substring(0, path.length() - ".class".length());
        all.add(
            Class.forName(
                name.replace(File.separatorChar, '.'), false, PublicApi.class.getClassLoader()));
      }
      return all.stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The line of a type, and those of its members. */
  static List<String> lines(Class<?> type) {
    String name = name(type);
    Set<String> members = new TreeSet<>();
    members(type).map(ApiText::of).forEach(members::add);
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s: %s%s"
            .formatted(
                name + ApiText.variables(type),
                ApiText.kind(type),
                builder(type) == null ? "" : ", made by " + name + "Builder"));
    if (type.isRecord()) {
      for (RecordComponent component : type.getRecordComponents()) {
        lines.add(
            "%s: component %s %s"
                .formatted(name, ApiText.of(component.getGenericType()), component.getName()));
      }
    }
    members.forEach(member -> lines.add(name + ": " + member));
    return lines;
  }

  private static Stream<Member> members(Class<?> type) {
    return Stream.of(
            Arrays.stream(type.getDeclaredFields()),
            Arrays.stream(type.getDeclaredConstructors())
                // A setting more must break nobody who uses the builder.
                .filter(each -> builder(type) == null || !canonical(each)),
            Arrays.stream(type.getDeclaredMethods())
                .filter(each -> !GIVEN.contains(each.getName()))
                .filter(each -> !type.isEnum() || !GIVEN_TO_ENUMS.contains(each.getName()))
                .filter(each -> !accessor(each)))
        .flatMap(each -> each)
        .map(Member.class::cast)
        .filter(each -> !each.isSynthetic())
        .filter(each -> open(type, each));
  }

  private static boolean open(Class<?> type, Member member) {
    return Modifier.isPublic(member.getModifiers())
        || Modifier.isProtected(member.getModifiers()) && !Modifier.isFinal(type.getModifiers());
  }

  /** Of a record, with all of its components. */
  static boolean canonical(Constructor<?> constructor) {
    Class<?> type = constructor.getDeclaringClass();
    return type.isRecord()
        && Arrays.equals(
            constructor.getParameterTypes(),
            Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType).toArray());
  }

  private static boolean accessor(Method method) {
    return method.getDeclaringClass().isRecord()
        && Arrays.stream(method.getDeclaringClass().getRecordComponents())
            .anyMatch(component -> component.getAccessor().equals(method));
  }

  private static Stream<Type> reachable(Class<?> type) {
    Stream<Type> above =
        Stream.concat(
            Stream.ofNullable(type.getSuperclass()), Arrays.stream(type.getGenericInterfaces()));
    Stream<Type> components =
        type.isRecord()
            ? Arrays.stream(type.getRecordComponents()).map(RecordComponent::getGenericType)
            : Stream.empty();
    return Stream.of(
            above,
            components,
            ApiText.permitted(type).stream(),
            members(type).flatMap(PublicApi::mentioned))
        .flatMap(each -> each);
  }

  private static Stream<Type> mentioned(Member member) {
    if (member instanceof Field field) {
      return Stream.of(field.getGenericType());
    }
    Executable executable = (Executable) member;
    return Stream.concat(
        executable instanceof Method method
            ? Stream.of(method.getGenericReturnType())
            : Stream.empty(),
        Stream.concat(
            Arrays.stream(executable.getGenericParameterTypes()),
            Arrays.stream(executable.getGenericExceptionTypes())));
  }

  private static void classes(Type type, Collection<Class<?>> found) {
    if (type instanceof Class<?> each) {
      found.add(each.isArray() ? each.getComponentType() : each);
    } else if (type instanceof ParameterizedType each) {
      classes(each.getRawType(), found);
      List.of(each.getActualTypeArguments()).forEach(argument -> classes(argument, found));
    } else if (type instanceof WildcardType each) {
      List.of(each.getUpperBounds()).forEach(bound -> classes(bound, found));
    } else if (type instanceof GenericArrayType each) {
      classes(each.getGenericComponentType(), found);
    }
  }
}
