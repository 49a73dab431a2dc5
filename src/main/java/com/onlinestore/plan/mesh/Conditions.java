package com.onlinestore.plan.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Conditions of a rule in words. */
final class Conditions {

  private Conditions() {}

  /** Every field of a source or an operation but these. */
  static List<String> but(Set<String> shown, JsonNode object) {
    return object.properties().stream()
        .filter(field -> !shown.contains(field.getKey()))
        .map(field -> field.getKey() + " " + list(field.getValue()))
        .sorted()
        .toList();
  }

  /** The additional conditions of a rule. */
  static List<String> when(JsonNode all) {
    List<String> conditions = new ArrayList<>();
    for (JsonNode each : all) {
      String key = each.path("key").asText();
      if (!each.path("values").isEmpty()) {
        conditions.add(key + " = " + list(each.path("values")));
      }
      if (!each.path("notValues").isEmpty()) {
        conditions.add(key + " ≠ " + list(each.path("notValues")));
      }
    }
    return conditions;
  }

  private static String list(JsonNode values) {
    return String.join(" or ", Json.texts(values));
  }
}
