package com.onlinestore.review.risk;

import com.fasterxml.jackson.databind.JsonNode;
import com.onlinestore.plan.Manifest;
import com.onlinestore.plan.PlanFacts;
import com.onlinestore.review.difference.Change;
import java.util.Optional;
import java.util.stream.Stream;

/** Namespaces and pods that leave the mesh, with a proxy of their own or without. */
final class MeshMembers {

  private static final String MODE = "istio.io/dataplane-mode";
  private static final String REVISION = "istio.io/rev";
  private static final String INJECT = "sidecar.istio.io/inject";

  private MeshMembers() {}

  static Stream<Risk> in(Sides sides) {
    return sides.changesOfWhatStays().stream().flatMap(change -> left(change, sides).stream());
  }

  private static Optional<Risk> left(Change change, Sides sides) {
    Manifest old = Manifest.of(change.before()).orElse(null);
    Manifest now = Manifest.of(change.after()).orElse(null);
    if (old == null || now == null) {
      return Optional.empty();
    }
    if (now.kind().equals("Namespace")) {
      return takesPods(labels(old)) && !takesPods(labels(now))
          ? Optional.of(risk(change, "pods there"))
          : Optional.empty();
    }
    // One of a namespace that leaves goes with it.
    boolean leaves =
        isMember(old, sides.before())
            && !isMember(now, sides.after())
            && isMember(old, sides.after());
    return leaves ? Optional.of(risk(change, "its pods")) : Optional.empty();
  }

  private static boolean isMember(Manifest workload, PlanFacts side) {
    JsonNode pod = workload.content().at("/spec/template/metadata");
    // A namespace that is no part of the plan is taken for one of the mesh.
    Optional<JsonNode> namespace =
        side.manifests().stream()
            .filter(each -> each.kind().equals("Namespace"))
            .filter(each -> each.name().equals(workload.namespace()))
            .map(MeshMembers::labels)
            .findFirst();
    String mode = pod.path("labels").path(MODE).asText("");
    if (mode.equals("ambient")
        || mode.isEmpty() && namespace.filter(MeshMembers::isAmbient).isPresent()) {
      return true;
    }
    String inject =
        pod.path("labels").path(INJECT).asText(pod.path("annotations").path(INJECT).asText(""));
    if (!inject.isEmpty()) {
      return !inject.equals("false");
    }
    return pod.path("labels").has(REVISION)
        || namespace.map(MeshMembers::injects).orElse(!mode.equals("none"));
  }

  private static boolean takesPods(JsonNode namespace) {
    return isAmbient(namespace) || injects(namespace);
  }

  private static boolean isAmbient(JsonNode namespace) {
    return namespace.path(MODE).asText().equals("ambient");
  }

  private static boolean injects(JsonNode namespace) {
    String injection = namespace.path("istio-injection").asText("");
    return injection.equals("enabled")
        || injection.isEmpty() && !namespace.path(REVISION).asText("").isEmpty();
  }

  private static JsonNode labels(Manifest object) {
    return object.content().at("/metadata/labels");
  }

  private static Risk risk(Change change, String whom) {
    return new Risk(
        Category.SECURITY,
        change.name(),
        "leaves the mesh: mutual TLS and AuthorizationPolicies no longer hold for %s."
            .formatted(whom));
  }
}
