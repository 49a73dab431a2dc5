package com.onlinestore.components.settings;

import java.util.Objects;

/**
 * One mistake in somebody's settings, worded for the person who must fix it.
 *
 * @param path where the value stands, as in {@code services.orders.calls[1]}; empty for the whole
 * @param message what is there, the rule it breaks and what to do, in one line; never a secret
 */
public record Problem(String path, String message) {

  /** Refuses a missing path or message. */
  public Problem {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(message, "message");
  }

  /** The same problem seen from one level further out: {@code parent} is put before the path. */
  public Problem under(String parent) {
    if (path.isEmpty() || parent.isEmpty()) {
      return new Problem(parent + path, message);
    }
    return new Problem(path.startsWith("[") ? parent + path : parent + "." + path, message);
  }

  @Override
  public String toString() {
    return path.isEmpty() ? message : path + ": " + message;
  }
}
