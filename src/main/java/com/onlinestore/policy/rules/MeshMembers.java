package com.onlinestore.policy.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.onlinestore.plan.Manifest;
import com.onlinestore.policy.PodTemplate;
import com.onlinestore.policy.PolicyContext;
import com.onlinestore.policy.Value;
import java.util.List;
import java.util.stream.Stream;

/** Namespaces and pods of the mesh, and which policies hold for them. */
final class MeshMembers {

  private static final String ROOT = "istio-system";
  private static final String POLICY = "AuthorizationPolicy";

  private MeshMembers() {}

  static List<String> withoutStrictTls(Manifest namespace, PolicyContext context) {
    return Value.of(namespace)
        .at("metadata", "name")
        .wrongIf(
            isMeshed(namespace)
                && inNamespaceOrRoot("PeerAuthentication", namespace.name(), context)
                    .map(policy -> Value.of(policy).at("spec"))
                    .filter(spec -> !spec.at("selector").exists())
                    .noneMatch(spec -> spec.at("mtls", "mode").text().equals("STRICT")),
            "is in the mesh, and no PeerAuthentication asks for mutual TLS");
  }

  static List<String> withoutAuthorization(PodTemplate pod, PolicyContext context) {
    String namespace = pod.owner().namespace();
    boolean meshed =
        context.manifests("Namespace").stream()
            .anyMatch(each -> each.name().equals(namespace) && isMeshed(each));
    return pod.metadata()
        .at("labels")
        .wrongIf(
            meshed
                && Selection.isServed(pod, context)
                && namespaceAndRoot(namespace)
                    .flatMap(each -> context.selecting(POLICY, each, pod.labels()).stream())
                    .noneMatch(policy -> holdsFor(policy, pod)),
            "is selected by no AuthorizationPolicy");
  }

  /** A gateway is for anyone, and its pods come from a chart or a controller. */
  static List<String> forAnyone(Manifest policy, PolicyContext context) {
    Value spec = Value.of(policy).at("spec");
    boolean aboutServices =
        spec.each("targetRefs").stream()
                .filter(target -> target.at("kind").text().equals("Service"))
                .anyMatch(target -> isService(target.at("name"), policy.namespace(), context))
            || spec.at("selector").exists()
                && !Selection.selected(policy.namespace(), spec.at("selector"), context).isEmpty();
    boolean allows = spec.at("action").json().asText("ALLOW").equals("ALLOW");
    return spec.each("rules").stream()
        .filter(rule -> aboutServices && allows)
        .filter(rule -> rule.at("from").json().isEmpty())
        .map(rule -> rule.is("names no caller"))
        .toList();
  }

  private static boolean isMeshed(Manifest namespace) {
    JsonNode labels = namespace.content().at("/metadata/labels");
    return labels.path("istio-injection").asText().equals("enabled")
        || labels.has("istio.io/rev")
        || labels.path("istio.io/dataplane-mode").asText().equals("ambient");
  }

  private static Stream<Manifest> inNamespaceOrRoot(
      String kind, String namespace, PolicyContext context) {
    return namespaceAndRoot(namespace).flatMap(each -> context.manifests(kind, each).stream());
  }

  private static Stream<String> namespaceAndRoot(String namespace) {
    return Stream.of(namespace, ROOT).distinct();
  }

  // A waypoint's policies name its Services; which pods are behind them the mesh check knows.
  private static boolean holdsFor(Manifest policy, PodTemplate pod) {
    Value spec = Value.of(policy).at("spec");
    return spec.at("targetRefs").exists() || Selection.matches(spec.at("selector"), pod.labels());
  }

  private static boolean isService(Value name, String namespace, PolicyContext context) {
    return context.manifests("Service", namespace).stream()
        .anyMatch(each -> each.name().equals(name.text()));
  }
}
