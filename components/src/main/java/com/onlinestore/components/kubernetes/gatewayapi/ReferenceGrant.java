package com.onlinestore.components.kubernetes.gatewayapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.onlinestore.components.kubernetes.CustomObject;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.Collection;
import java.util.List;

/** Lets routes of another namespace send requests to Services of this one. */
public record ReferenceGrant(List<From> from, List<To> to) implements GatewayApiSpec {

  /** Objects of a kind in another namespace. */
  public record From(String group, String kind, String namespace) {}

  /** An object of this namespace; the core group is named by nothing at all. */
  public record To(
      @JsonInclude(JsonInclude.Include.ALWAYS) String group, String kind, String name) {}

  /** Lets the HTTPRoutes of {@code namespace} reach {@code services}. */
  public static ReferenceGrant httpRoutes(String namespace, Collection<String> services) {
    return new ReferenceGrant(
        List.of(new From(GROUP, "HTTPRoute", namespace)),
        services.stream().map(service -> new To("", "Service", service)).toList());
  }

  /** In the version that clusters have had longest: Istio reads this one. */
  @Override
  public CustomObject named(ObjectMeta metadata) {
    return new CustomObject(GROUP + "/v1beta1", "ReferenceGrant", metadata, this);
  }
}
