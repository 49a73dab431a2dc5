package com.onlinestore.plan.mesh;

/**
 * Something that the API server accepts and that does not work.
 *
 * @param object kind, namespace and name
 * @param path in the object, as in {@code spec.http[0].route}
 * @param text value, rule and remedy
 */
public record Mistake(String object, String path, String text) {

  static Mistake in(MeshObject object, String path, String text, Object... values) {
    return new Mistake(object.toString(), path, text.formatted(values));
  }

  /** In one sentence or two. */
  @Override
  public String toString() {
    return object + " " + path + ": " + text;
  }
}
