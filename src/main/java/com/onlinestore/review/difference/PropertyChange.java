package com.onlinestore.review.difference;

import com.fasterxml.jackson.databind.JsonNode;

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
}
