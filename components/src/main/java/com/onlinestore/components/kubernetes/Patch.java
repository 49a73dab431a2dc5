package com.onlinestore.components.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A change to a document as RFC 7386 has it: objects are merged, null takes a field away, anything
 * else takes the place of what is there.
 *
 * <p>The trap: a list is replaced as a whole.
 *
 * @param change what to merge into a document
 */
public record Patch(Map<String, Object> change) {

  /** The document with the change in it; {@code document} itself stays as it is. */
  public Map<String, Object> applied(Map<String, Object> document) {
    return merge(document, change);
  }

  /** Paths of what the change sets or takes away, as in {@code spec.replicas}, sorted. */
  public List<String> paths() {
    List<String> paths = new ArrayList<>();
    collect("", change, paths);
    return List.copyOf(paths);
  }

  /** {@code document} with a change in it; what is no object is as good as empty. */
  static Map<String, Object> merge(Object document, Map<?, ?> change) {
    Map<String, Object> merged = fields(document);
    change.forEach(
        (key, value) -> {
          String field = String.valueOf(key);
          if (value == null) {
            merged.remove(field);
          } else if (value instanceof Map<?, ?> inner) {
            merged.put(field, merge(merged.get(field), inner));
          } else {
            merged.put(field, value);
          }
        });
    return merged;
  }

  private static Map<String, Object> fields(Object value) {
    Map<String, Object> fields = new TreeMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, each) -> fields.put(String.valueOf(key), each));
    }
    return fields;
  }

  private static void collect(String path, Map<?, ?> change, List<String> paths) {
    new TreeMap<>(change)
        .forEach(
            (key, value) -> {
              String inner = path.isEmpty() ? String.valueOf(key) : path + "." + key;
              if (value instanceof Map<?, ?> map && !map.isEmpty()) {
                collect(inner, map, paths);
              } else {
                paths.add(inner);
              }
            });
  }
}
