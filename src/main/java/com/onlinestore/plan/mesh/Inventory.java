package com.onlinestore.plan.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a plan puts into a mesh: objects, and the pods and hosts they make.
 *
 * <p>The trap: of Helm releases only Istio's gateways are known. What else a release makes is not,
 * so nothing is said of names and pods in its namespace.
 */
public final class Inventory {

  private final List<MeshObject> objects;
  private final Map<String, List<MeshObject>> istio;
  private final List<MeshObject> services;
  private final List<Pods> pods;
  private final Hosts hosts;
  private final Set<String> unknownNamespaces;
  private final String rootNamespace;

  /** Of these objects and releases, in their order. */
  public Inventory(List<MeshObject> objects, List<MeshRelease> releases) {
    this.objects = List.copyOf(objects);
    this.istio =
        objects.stream()
            .filter(object -> object.isIstio(object.kind()))
            .collect(Collectors.groupingBy(MeshObject::kind));
    this.services = objects.stream().filter(MeshObject::isService).toList();
    this.pods =
        Stream.concat(
                objects.stream().map(Pods::of).flatMap(Optional::stream),
                releases.stream().filter(MeshRelease::isGateway).map(Pods::of))
            .toList();
    this.unknownNamespaces =
        releases.stream()
            .filter(release -> !release.isGateway())
            .map(MeshRelease::namespace)
            .collect(Collectors.toSet());
    this.hosts = new Hosts(objects, releases, unknownNamespaces);
    this.rootNamespace =
        releases.stream()
            .filter(release -> release.isOf("istiod"))
            .map(MeshRelease::namespace)
            .findFirst()
            .orElse("istio-system");
  }

  List<MeshObject> objects() {
    return objects;
  }

  List<MeshObject> istio(String kind) {
    return istio.getOrDefault(kind, List.of());
  }

  List<MeshObject> services() {
    return services;
  }

  List<Pods> pods() {
    return pods;
  }

  Hosts hosts() {
    return hosts;
  }

  /** Whether releases make pods and Services here that nobody knows before the deployment. */
  boolean isUnknown(String namespace) {
    return unknownNamespaces.contains(namespace);
  }

  /** Whether objects of this namespace that select nothing hold for the whole mesh. */
  boolean isRoot(String namespace) {
    return namespace.equals(rootNamespace);
  }

  /** Pods that an object of this namespace means; one of the root namespace means all of them. */
  List<Pods> selected(String namespace, Map<String, String> labels) {
    return pods.stream()
        .filter(each -> isRoot(namespace) || each.namespace().equals(namespace))
        .filter(each -> each.carry(labels))
        .toList();
  }

  /** Pods behind a Service. */
  List<Pods> behind(MeshObject service) {
    return pods.stream().filter(each -> isBehind(service, each)).toList();
  }

  /** The Services whose pods these are. */
  List<MeshObject> servicesOf(Pods wanted) {
    return services.stream().filter(service -> isBehind(service, wanted)).toList();
  }

  /** Pods that a policy holds for, by labels, by reference, or all of its namespace. */
  List<Pods> targets(MeshObject policy) {
    List<JsonNode> references = TargetRefs.of(policy);
    if (references.isEmpty()) {
      return selected(policy.namespace(), Json.map(policy.spec().at("/selector/matchLabels")));
    }
    return references.stream().flatMap(each -> referred(policy, each)).distinct().toList();
  }

  // A Service without a selector has its pods elsewhere.
  private static boolean isBehind(MeshObject service, Pods pods) {
    Map<String, String> selector = Json.map(service.spec().path("selector"));
    return !selector.isEmpty()
        && pods.namespace().equals(service.namespace())
        && pods.carry(selector);
  }

  private Stream<Pods> referred(MeshObject policy, JsonNode reference) {
    return objects.stream()
        .filter(each -> TargetRefs.means(reference, policy, each))
        .flatMap(each -> each.isService() ? behind(each).stream() : Pods.of(each).stream());
  }
}
