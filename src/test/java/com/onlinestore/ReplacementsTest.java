package com.onlinestore;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.pulumi.core.annotations.Import;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of replacements speaks of types and inputs that the SDKs of this build have. */
class ReplacementsTest {
  private static final Pattern OF_A_CLOUD = Pattern.compile("(aws|gcp):(\\w+)/\\w+:(\\w+)");

  private final Map<String, Entry> table = read();

  record Entry(
      List<String> replace,
      Map<String, List<String>> unlessProviderSays,
      Map<String, String> sometimes,
      Map<String, String> effects,
      List<String> newVersionUnless,
      Refuses refuses,
      String holds,
      String why) {
    Stream<String> paths() {
      return Stream.of(
              replace,
              sometimes == null ? List.<String>of() : sometimes.keySet(),
              effects == null ? List.<String>of() : effects.keySet(),
              newVersionUnless == null ? List.<String>of() : newVersionUnless,
              refuses == null ? List.<String>of() : refuses.at())
          .flatMap(Collection::stream);
    }
  }

  record Refuses(List<String> at, String through, String so) {}

  @Test
  void everyInputOfACloudsTypeIsKnownToItsSdk() {
    List<String> unknown = new ArrayList<>();
    table.forEach(
        (type, entry) -> {
          Matcher cloud = OF_A_CLOUD.matcher(type);
          if (cloud.matches()) {
            Class<?> arguments = argumentsOf(cloud);
            entry
                .paths()
                .filter(path -> !has(arguments, path))
                .forEach(path -> unknown.add(type + " " + path));
          }
        });
    assertThat(unknown).isEmpty();
  }

  @Test
  void aPathIsNamedOnceAndInOneOfTheLists() {
    table.forEach((type, entry) -> assertThat(entry.paths()).as(type).doesNotHaveDuplicates());
  }

  @Test
  void aLossOfDataIsSaidInWords() {
    table.forEach(
        (type, entry) -> {
          assertThat(entry.holds()).as(type).isIn(null, "data");
          assertThat(entry.why() != null).as(type).isEqualTo(entry.holds() != null);
        });
  }

  private static Map<String, Entry> read() {
    try (InputStream file = ReplacementsTest.class.getResourceAsStream("/replacements.yaml")) {
      return new YAMLMapper().readValue(file, new TypeReference<>() {});
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Class<?> argumentsOf(Matcher cloud) {
    String name =
        "com.pulumi.%s.%s.%sArgs".formatted(cloud.group(1), cloud.group(2), cloud.group(3));
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(cloud.group() + " is not in the SDK", e);
    }
  }

  private static boolean has(Type owner, String path) {
    Type here = owner;
    for (String step : path.split("\\.")) {
      boolean everyElement = step.endsWith("[*]");
      Field input = input(here, everyElement ? step.substring(0, step.length() - 3) : step);
      if (input == null) {
        return false;
      }
      Type value = argument(input.getGenericType());
      boolean list = value instanceof ParameterizedType p && p.getRawType() == List.class;
      if (everyElement && !list) {
        return false;
      }
      here = everyElement ? argument(value) : value;
    }
    return true;
  }

  private static Field input(Type owner, String name) {
    if (!(owner instanceof Class<?> arguments)) {
      return null;
    }
    return Arrays.stream(arguments.getDeclaredFields())
        .filter(field -> field.isAnnotationPresent(Import.class))
        .filter(field -> field.getAnnotation(Import.class).name().equals(name))
        .findFirst()
        .orElse(null);
  }

  private static Type argument(Type generic) {
    return ((ParameterizedType) generic).getActualTypeArguments()[0];
  }
}
