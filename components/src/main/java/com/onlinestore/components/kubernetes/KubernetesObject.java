package com.onlinestore.components.kubernetes;

import com.pulumi.core.Output;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Map;

/**
 * Any object of the Kubernetes API as a Pulumi resource, from a typed model or a custom resource.
 *
 * <p>Pulumi's Kubernetes SDK for Java has no type for custom resources and lacks newer fields of
 * the core kinds (the {@code sleep} action of preStop is one), so every object goes this one way.
 * The type token is the provider's own: waiting for a Deployment, replacing on an immutable field
 * and importing work as for the SDK's classes. The trap: nothing here checks a field; the typed
 * models and the API server do.
 */
public final class KubernetesObject extends CustomResource {

  /** Registers an object whose content is known now. */
  public KubernetesObject(String name, HasMetadata object, CustomResourceOptions options) {
    this(name, Manifests.toMap(object), options);
  }

  /** Registers a custom resource. */
  public KubernetesObject(String name, CustomObject object, CustomResourceOptions options) {
    this(name, Manifests.toMap(object), options);
  }

  private KubernetesObject(
      String name, Map<String, Object> manifest, CustomResourceOptions options) {
    super(typeToken(manifest), name, ManifestArgs.of(manifest, null), options);
  }

  /**
   * Registers an object with secret text that only the deployment knows.
   *
   * @param stringData key to secret value of a core/v1 Secret
   */
  public KubernetesObject(
      String name,
      HasMetadata object,
      Output<Map<String, String>> stringData,
      CustomResourceOptions options) {
    super(
        typeToken(Manifests.toMap(object)),
        name,
        ManifestArgs.of(Manifests.toMap(object), stringData.asSecret()),
        options);
  }

  private static String typeToken(Map<String, Object> manifest) {
    String apiVersion = (String) manifest.get("apiVersion");
    String group = apiVersion.contains("/") ? apiVersion : "core/" + apiVersion;
    return "kubernetes:" + group + ":" + manifest.get("kind");
  }
}
