package com.onlinestore.components.cluster;

/**
 * Whether whoever runs the deployment reaches an API server; a component must not open connections
 * itself.
 */
@FunctionalInterface
public interface ApiServerCheck {

  /** For tests and for callers who know. */
  ApiServerCheck NONE = (address, access) -> {};

  /**
   * Returns where it is reached.
   *
   * @param address {@code https://host[:port]}
   * @throws RuntimeException with what to do, where it is not
   */
  void reach(String address, AccessSettings access);
}
