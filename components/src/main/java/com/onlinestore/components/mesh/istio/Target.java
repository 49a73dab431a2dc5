package com.onlinestore.components.mesh.istio;

/**
 * An object of the policy's namespace that a policy names instead of selecting pods.
 *
 * @param group of its kind; null for the core group
 */
public record Target(String group, String kind, String name) {

  /** A Service. */
  public static Target service(String name) {
    return new Target(null, "Service", name);
  }

  /** A Gateway of the Gateway API, such as a waypoint. */
  public static Target gateway(String name) {
    return new Target("gateway.networking.k8s.io", "Gateway", name);
  }
}
