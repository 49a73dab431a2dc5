package com.onlinestore.components.api;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.GenericDeclaration;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the list of the API writes types and members: all of a signature that can break a caller. */
final class ApiText {

  private ApiText() {}

  static String kind(Class<?> type) {
    String kind =
        type.isRecord()
            ? "record"
            : type.isEnum() ? "enum" : type.isInterface() ? "interface" : "class";
    List<Type> above = new ArrayList<>(List.of(type.getGenericInterfaces()));
    if (kind.equals("class") && type.getSuperclass() != Object.class) {
      above.add(0, type.getGenericSuperclass());
    }
    return (type.isSealed() ? "sealed " : kind.equals("class") ? extension(type) : "")
        + kind
        + listed(" of ", above)
        + listed(" permits ", permitted(type));
  }

  private static String extension(Class<?> type) {
    return Modifier.isFinal(type.getModifiers())
        ? "final "
        : Modifier.isAbstract(type.getModifiers()) ? "abstract " : "open ";
  }

  static List<Type> permitted(Class<?> type) {
    return type.isSealed() ? List.of(type.getPermittedSubclasses()) : List.of();
  }

  static String of(Member member) {
    String modifier =
        (Modifier.isProtected(member.getModifiers()) ? "protected " : "")
            + (Modifier.isAbstract(member.getModifiers()) ? "abstract " : "")
            + (Modifier.isStatic(member.getModifiers()) ? "static " : "");
    if (member instanceof Field field) {
      return field.isEnumConstant()
          ? "value " + field.getName()
          : "%s%s %s".formatted(modifier, of(field.getGenericType()), field.getName());
    }
    Executable executable = (Executable) member;
    String name =
        executable instanceof Method method
            ? "%s %s".formatted(of(method.getGenericReturnType()), method.getName())
            : "new";
    String bounds = variables(executable);
    return modifier
        + (bounds.isEmpty() ? "" : bounds + " ")
        + name
        + parameters(executable).collect(Collectors.joining(", ", "(", ")"))
        + listed(" throws ", List.of(executable.getGenericExceptionTypes()));
  }

  /** With the names of a record's components: two of one type may change places. */
  private static Stream<String> parameters(Executable executable) {
    if (executable instanceof Constructor<?> constructor && PublicApi.canonical(constructor)) {
      return Arrays.stream(constructor.getDeclaringClass().getRecordComponents())
          .map(each -> of(each.getGenericType()) + " " + each.getName());
    }
    return Arrays.stream(executable.getParameters())
        .map(
            each -> {
              String type = of(each.getParameterizedType());
              return each.isVarArgs() ? type.replaceFirst("\\[]$", "...") : type;
            });
  }

  static String variables(GenericDeclaration of) {
    return of.getTypeParameters().length == 0
        ? ""
        : Arrays.stream(of.getTypeParameters())
            .map(each -> each.getName() + listed(" extends ", List.of(each.getBounds())))
            .collect(Collectors.joining(", ", "<", ">"));
  }

  private static String listed(String word, List<? extends Type> types) {
    return types.isEmpty()
        ? ""
        : types.stream().map(ApiText::of).collect(Collectors.joining(", ", word, ""));
  }

  static String of(Type type) {
    return type.getTypeName()
        .replace(PublicApi.ROOT, "")
        .replaceAll("\\b(?:java|com\\.pulumi|io\\.fabric8)\\.(?:[a-z0-9_]+\\.)*", "")
        .replace('$', '.');
  }
}
