package com.onlinestore.components.kubernetes;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.util.Map;
import java.util.Objects;

/**
 * A custom resource: what Kubernetes asks of every object, and a spec of our own types.
 *
 * @param apiVersion group and version, as in {@code networking.istio.io/v1}
 * @param kind as in {@code VirtualService}
 * @param spec a record whose fields are the kind's fields
 */
@JsonPropertyOrder({"apiVersion", "kind", "metadata", "spec"})
public record CustomObject(String apiVersion, String kind, ObjectMeta metadata, Object spec) {

  /** Refuses an absent part. */
  public CustomObject {
    Objects.requireNonNull(apiVersion, "apiVersion");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(metadata, "metadata");
    Objects.requireNonNull(spec, "spec");
  }

  /** The same object with further annotations. */
  public CustomObject annotated(Map<String, String> annotations) {
    return new CustomObject(
        apiVersion,
        kind,
        new ObjectMetaBuilder(metadata).addToAnnotations(annotations).build(),
        spec);
  }
}
