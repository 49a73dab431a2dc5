package com.onlinestore.components.kubernetes;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.Map;
import java.util.TreeMap;

/**
 * Names and recommended labels of everything we create.
 *
 * <p>{@code version} is deliberately not among them: it stands on pod templates only, so that a new
 * release changes one Deployment and not every object around it.
 */
public final class Labels {

  /** The label that says what a thing is called; what selectors select by. */
  public static final String NAME = "app.kubernetes.io/name";

  /** The label that says which application a thing belongs to. */
  public static final String PART_OF = "app.kubernetes.io/part-of";

  /** The label of pods that names their version, as Istio reads it. */
  public static final String VERSION = "version";

  /** The label Kubernetes puts on every namespace with its own name. */
  public static final String NAMESPACE_NAME = "kubernetes.io/metadata.name";

  private static final String MANAGED_BY = "app.kubernetes.io/managed-by";

  private Labels() {}

  /** The recommended labels of the thing called {@code name}. */
  public static Map<String, String> of(String name, String partOf) {
    return new TreeMap<>(Map.of(NAME, name, PART_OF, partOf, MANAGED_BY, "pulumi"));
  }

  /** What selects the pods of {@code name}: never changes, because selectors are immutable. */
  public static Map<String, String> selector(String name) {
    return Map.of(NAME, name);
  }

  /**
   * Metadata with a fixed, predictable name; {@code namespace} is null for cluster-wide objects.
   */
  public static ObjectMeta metadata(String name, String namespace, Map<String, String> labels) {
    return new ObjectMetaBuilder()
        .withName(name)
        .withNamespace(namespace)
        .withLabels(labels)
        .build();
  }

  /** The same metadata with further labels. */
  public static ObjectMeta with(ObjectMeta metadata, Map<String, String> labels) {
    return new ObjectMetaBuilder(metadata).addToLabels(labels).build();
  }
}
