package com.onlinestore.components.kubernetes;

import com.pulumi.resources.CustomResourceOptions;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import java.util.Map;
import java.util.TreeMap;

/**
 * A namespace with a Pod Security level and a word on sidecars, so that none is ever created
 * without them.
 */
public final class GuardedNamespace {

  /** For pods that stay outside the mesh, said aloud so that nobody takes it for an oversight. */
  public static final Map<String, String> OUTSIDE_MESH = Map.of("istio-injection", "disabled");

  private GuardedNamespace() {}

  /**
   * Registers the namespace {@code name} under the resource name {@code resourceName}.
   *
   * @param injection whether its pods join the mesh, in the labels of the mesh that is there
   */
  public static KubernetesObject create(
      String resourceName,
      String name,
      String partOf,
      Hardening.PodSecurity level,
      Map<String, String> injection,
      CustomResourceOptions options) {
    Map<String, String> all = new TreeMap<>(Labels.of(name, partOf));
    all.putAll(Hardening.namespaceLabels(level));
    all.putAll(injection);
    Namespace namespace =
        new NamespaceBuilder().withMetadata(Labels.metadata(name, null, all)).build();
    return new KubernetesObject(resourceName, namespace, options);
  }
}
