package com.onlinestore.components.kubernetes;

import com.pulumi.resources.CustomResourceOptions;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import java.util.Map;
import java.util.TreeMap;

/** A namespace with a Pod Security level, so that none is ever created without one. */
public final class GuardedNamespace {

  private GuardedNamespace() {}

  /**
   * Registers the namespace {@code name} under the resource name {@code resourceName}.
   *
   * @param labels further labels, such as {@code istio-injection: enabled}
   */
  public static KubernetesObject create(
      String resourceName,
      String name,
      String partOf,
      Hardening.PodSecurity level,
      Map<String, String> labels,
      CustomResourceOptions options) {
    Map<String, String> all = new TreeMap<>(Labels.of(name, partOf));
    all.putAll(Hardening.namespaceLabels(level));
    all.putAll(labels);
    Namespace namespace =
        new NamespaceBuilder().withMetadata(Labels.metadata(name, null, all)).build();
    return new KubernetesObject(resourceName, namespace, options);
  }
}
