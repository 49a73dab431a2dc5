package com.onlinestore.components.observability.dashboard;

import java.util.LinkedHashMap;
import java.util.Map;

/** Objects of JSON with their keys in the order they are written here: stable bytes. */
final class Json {

  private Json() {}

  static Map<String, Object> object(Object... keysAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      object.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return object;
  }
}
