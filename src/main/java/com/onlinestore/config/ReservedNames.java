package com.onlinestore.config;

import java.util.Set;

/** Names that a store cannot have, because something else in the cluster goes by them. */
final class ReservedNames {

  private static final Set<String> NAMESPACES =
      Set.of("argo-rollouts", "default", "istio-cni", "istio-system", "monitoring", "tracing");

  /** The sidecar's containers, the automatic ServiceAccount, and the namespace's own guards. */
  private static final Set<String> SERVICES =
      Set.of(
          "allow-dns",
          "default",
          "default-deny",
          "deny-by-default",
          "istio-init",
          "istio-proxy",
          "istio-validation",
          "store-alerts");

  private ReservedNames() {}

  static boolean isNamespace(String name) {
    return NAMESPACES.contains(name) || name.startsWith("kube-");
  }

  static boolean isService(String name) {
    return SERVICES.contains(name);
  }
}
