package com.onlinestore.components.mesh;

import com.onlinestore.components.helm.Chart;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The Kubernetes that a minor version of Istio works with, as istio.io says under Supported
 * Releases.
 *
 * <p>Of each Istio listed here the values that we set are known to fit: a new pinned minor version
 * comes with a row, and pushes the oldest out.
 *
 * @param oldest minor version of Kubernetes, as in {@code 1.32}
 * @param newest the same
 */
public record SupportedKubernetes(String oldest, String newest) {

  private static final Map<String, SupportedKubernetes> BY_ISTIO =
      new TreeMap<>(
          Map.of(
              "1.29", new SupportedKubernetes("1.31", "1.35"),
              "1.30", new SupportedKubernetes("1.32", "1.36")));

  /** What the pinned Istio works with. */
  public static SupportedKubernetes ofPinnedIstio() {
    return of(Chart.ISTIOD.version()).orElseThrow();
  }

  /**
   * What a version of Istio works with; empty where it is none that we can install.
   *
   * @param istio as in {@code 1.30.3}
   */
  static Optional<SupportedKubernetes> of(String istio) {
    return Optional.ofNullable(BY_ISTIO.get(minorOf(istio)));
  }

  /** The minor versions of Istio that can be installed, oldest first. */
  static Set<String> minorsOfIstio() {
    return BY_ISTIO.keySet();
  }

  /** {@code 1.30} of {@code 1.30.3}. */
  static String minorOf(String version) {
    return version.substring(0, version.lastIndexOf('.'));
  }

  /** Whether a minor version of Kubernetes, as in {@code 1.35}, is among them. */
  public boolean includes(String kubernetes) {
    int minor = number(kubernetes);
    return minor >= number(oldest) && minor <= number(newest);
  }

  private static int number(String kubernetes) {
    return Integer.parseInt(kubernetes.substring(kubernetes.indexOf('.') + 1));
  }
}
