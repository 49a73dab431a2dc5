package com.onlinestore.components;

import java.util.List;
import java.util.Map;

/** How Kubernetes reads parts of a manifest; what is not understood is refused, never skipped. */
public final class Selectors {

  private Selectors() {}

  /** Whether labels match a selector; an empty one matches all. */
  public static boolean matches(Map<String, Object> selector, Map<String, String> labels) {
    only(selector, "matchLabels");
    return map(selector, "matchLabels").entrySet().stream()
        .allMatch(each -> each.getValue().equals(labels.get(each.getKey())));
  }

  /** A part of a manifest; empty where it is absent. */
  @SuppressWarnings("unchecked")
  public static Map<String, Object> map(Map<String, Object> parent, String key) {
    return (Map<String, Object>) parent.getOrDefault(key, Map.of());
  }

  /** A list in a manifest; empty where it is absent. */
  @SuppressWarnings("unchecked")
  public static <T> List<T> list(Map<String, Object> parent, String key) {
    return (List<T>) parent.getOrDefault(key, List.of());
  }

  static String namespaceOf(Map<String, Object> manifest) {
    return (String) map(manifest, "metadata").get("namespace");
  }

  /** Refuses fields that the caller would overlook. */
  public static void only(Map<String, Object> part, String... known) {
    if (!List.of(known).containsAll(part.keySet())) {
      throw new IllegalArgumentException("Not understood: " + part);
    }
  }
}
