package com.onlinestore.components.kubernetes;

import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSecurityContextBuilder;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.SecurityContextBuilder;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What the {@code restricted} Pod Security Standard asks of pods, containers and namespaces. */
public final class Hardening {

  /** The Pod Security level of a namespace. */
  public enum PodSecurity {
    /** Nothing is refused: node agents and network plugins. */
    PRIVILEGED,
    /** Non-root, no capabilities, seccomp: everything else. */
    RESTRICTED
  }

  private Hardening() {}

  /**
   * A pod that runs as {@code user}, numeric because {@code runAsNonRoot} cannot check a name.
   *
   * <p>Seccomp stands on the pod, not on the container, so that injected sidecars inherit it; the
   * namespace would refuse them otherwise (istio/istio#35894).
   */
  public static PodSecurityContext pod(long user) {
    return new PodSecurityContextBuilder()
        .withRunAsNonRoot(true)
        .withRunAsUser(user)
        .withRunAsGroup(user)
        .withFsGroup(user)
        .withNewSeccompProfile()
        .withType("RuntimeDefault")
        .endSeccompProfile()
        .build();
  }

  /** A container without privileges, capabilities or a writable root. */
  public static SecurityContext container(long user) {
    return new SecurityContextBuilder()
        .withRunAsNonRoot(true)
        .withRunAsUser(user)
        .withRunAsGroup(user)
        .withPrivileged(false)
        .withAllowPrivilegeEscalation(false)
        .withReadOnlyRootFilesystem(true)
        .withNewCapabilities()
        .addToDrop("ALL")
        .endCapabilities()
        .build();
  }

  /** The namespace labels that make the API server enforce {@code level}. */
  public static Map<String, String> namespaceLabels(PodSecurity level) {
    String name = level.name().toLowerCase(Locale.ROOT);
    return new TreeMap<>(
        Map.of(
            "pod-security.kubernetes.io/enforce", name,
            "pod-security.kubernetes.io/audit", name,
            "pod-security.kubernetes.io/warn", name));
  }
}
