package com.onlinestore.plan.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What a policy names instead of selecting pods: a Service, a gateway, a host outside. */
final class TargetRefs {

  private TargetRefs() {}

  /** The references of a policy; the older single form is one of them. */
  static List<JsonNode> of(MeshObject policy) {
    List<JsonNode> references = new ArrayList<>();
    policy.spec().path("targetRefs").forEach(references::add);
    if (policy.spec().path("targetRef").isObject()) {
      references.add(policy.spec().path("targetRef"));
    }
    return references;
  }

  /** Whether the reference of a policy means the object. */
  static boolean means(JsonNode reference, MeshObject policy, MeshObject object) {
    return reference.path("kind").asText().equals(object.kind())
        && reference.path("group").asText().equals(object.group())
        && reference.path("name").asText().equals(object.name())
        && policy.namespace().equals(object.namespace());
  }
}
