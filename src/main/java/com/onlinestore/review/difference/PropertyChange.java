package com.onlinestore.review.difference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A value that differs.
 *
 * @param path where, as in {@code spec.containers[orders].image}
 * @param before missing where it was not there
 * @param after missing where it is gone
 */
public record PropertyChange(PropertyPath path, JsonNode before, JsonNode after) {

  /** Whether a path of Pulumi's names this value, one around it, or one in it that differs. */
  public boolean touches(PropertyPath other) {
    if (path.isIn(other)) {
      return true;
    }
    return path.isAround(other) && !Inputs.same(path.at(other, before), path.at(other, after));
  }

  /**
   * This change and, where a whole block comes or goes, every part of it, the outer first. What is
   * in an element of a list that goes is left out: it goes with what it was for.
   */
  public List<PropertyChange> parts() {
    List<PropertyChange> parts = new ArrayList<>();
    if (before.isMissingNode()) {
      come(path, after, parts);
    } else if (after.isMissingNode()) {
      go(path, before, parts);
    } else {
      parts.add(this);
    }
    return parts;
  }

  private static void come(PropertyPath path, JsonNode value, List<PropertyChange> parts) {
    parts.add(new PropertyChange(path, MissingNode.getInstance(), value));
    value.properties().forEach(field -> come(path.field(field.getKey()), field.getValue(), parts));
    for (int i = 0; value.isArray() && i < value.size(); i++) {
      if (value.get(i).isObject()) {
        come(path.element(label(value.get(i), i), i), value.get(i), parts);
      }
    }
  }

  private static void go(PropertyPath path, JsonNode value, List<PropertyChange> parts) {
    parts.add(new PropertyChange(path, value, MissingNode.getInstance()));
    if (!path.isElement()) {
      value.properties().forEach(field -> go(path.field(field.getKey()), field.getValue(), parts));
    }
  }

  private static String label(JsonNode element, int index) {
    return element.path("name").asText(String.valueOf(index));
  }
}
