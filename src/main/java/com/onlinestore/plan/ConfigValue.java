package com.onlinestore.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One setting as a program gets it.
 *
 * @param text plain text as it is, everything else as JSON in one line with sorted keys
 * @param secret whether any part of it is encrypted; that part is {@code <secret>} here
 */
record ConfigValue(String text, boolean secret) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Reads a value of a YAML file; {@code {secure: …}} stands for an encrypted text. */
  static ConfigValue of(Object yaml) {
    Object value = simplify(yaml);
    return new ConfigValue(
        value instanceof String plain ? plain : json(value), containsSecret(yaml));
  }

  private static Object simplify(Object yaml) {
    if (isSecure(yaml)) {
      return PlannedResource.SECRET;
    }
    if (yaml instanceof Map<?, ?> map) {
      Map<String, Object> sorted = new TreeMap<>();
      map.forEach((key, value) -> sorted.put(String.valueOf(key), simplify(value)));
      return sorted;
    }
    if (yaml instanceof List<?> list) {
      List<Object> simplified = new ArrayList<>();
      list.forEach(each -> simplified.add(simplify(each)));
      return simplified;
    }
    return yaml instanceof Double number && isWhole(number) ? (Object) number.longValue() : yaml;
  }

  // Pulumi writes 1.0 as 1.
  private static boolean isWhole(double number) {
    return number == Math.rint(number) && Math.abs(number) <= 1L << 53;
  }

  private static boolean containsSecret(Object yaml) {
    if (isSecure(yaml)) {
      return true;
    }
    if (yaml instanceof Map<?, ?> map) {
      return map.values().stream().anyMatch(ConfigValue::containsSecret);
    }
    return yaml instanceof List<?> list && list.stream().anyMatch(ConfigValue::containsSecret);
  }

  private static boolean isSecure(Object yaml) {
    return yaml instanceof Map<?, ?> map && map.size() == 1 && map.get("secure") instanceof String;
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
