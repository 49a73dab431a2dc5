package com.onlinestore.plan.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import com.onlinestore.plan.labels.LabelIndex;
import com.onlinestore.plan.labels.Namespaced;
import com.onlinestore.plan.labels.SelectorIndex;
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
  private final LabelIndex<Pods> podsByLabel;
  private final Namespaced<LabelIndex<Pods>> podsOfNamespace;
  private final Namespaced<SelectorIndex<MeshObject>> servicesOfNamespace;
  private final Map<String, List<MeshObject>> rulesOfHost;
  private final Map<String, List<MeshObject>> servicesOfHost;
  private final Map<String, List<Pods>> podsOfAccount;
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
    this.podsByLabel = LabelIndex.of(pods, Pods::labels);
    this.podsOfNamespace =
        Namespaced.of(pods, Pods::namespace, each -> LabelIndex.of(each, Pods::labels));
    this.servicesOfNamespace =
        Namespaced.of(
            // One without a selector has its pods elsewhere.
            services.stream().filter(each -> !selector(each).isEmpty()).toList(),
            MeshObject::namespace,
            each -> SelectorIndex.of(each, Inventory::selector));
    this.rulesOfHost =
        istio("DestinationRule").stream().collect(Collectors.groupingBy(Subsets::hostOf));
    this.servicesOfHost = services.stream().collect(Collectors.groupingBy(Hosts::ofService));
    this.podsOfAccount =
        pods.stream()
            .collect(Collectors.groupingBy(each -> account(each.namespace(), each.account())));
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

  /** The namespace whose objects that select nothing hold for the whole mesh. */
  String root() {
    return rootNamespace;
  }

  /** Whether objects of this namespace that select nothing hold for the whole mesh. */
  boolean isRoot(String namespace) {
    return namespace.equals(rootNamespace);
  }

  /** Pods that an object of this namespace means; one of the root namespace means all of them. */
  List<Pods> selected(String namespace, Map<String, String> labels) {
    return isRoot(namespace)
        ? podsByLabel.carrying(labels)
        : podsOfNamespace.in(namespace).carrying(labels);
  }

  /** Pods behind a Service. */
  List<Pods> behind(MeshObject service) {
    Map<String, String> selector = selector(service);
    return selector.isEmpty()
        ? List.of()
        : podsOfNamespace.in(service.namespace()).carrying(selector);
  }

  /** The Services whose pods these are. */
  List<MeshObject> servicesOf(Pods wanted) {
    return servicesOfNamespace.in(wanted.namespace()).meaning(wanted.labels());
  }

  /** The Service of a whole name. */
  Optional<MeshObject> service(String fullHost) {
    return servicesOfHost.getOrDefault(fullHost, List.of()).stream().findFirst();
  }

  /** Pods that run as a service account. */
  List<Pods> running(String namespace, String account) {
    return podsOfAccount.getOrDefault(account(namespace, account), List.of());
  }

  /** The DestinationRules about a host, by its whole name. */
  List<MeshObject> rulesOf(String fullHost) {
    return rulesOfHost.getOrDefault(fullHost, List.of());
  }

  /** Pods that a policy holds for, by labels, by reference, or all of its namespace. */
  List<Pods> targets(MeshObject policy) {
    List<JsonNode> references = TargetRefs.of(policy);
    if (references.isEmpty()) {
      return selected(policy.namespace(), Json.map(policy.spec().at("/selector/matchLabels")));
    }
    return references.stream().flatMap(each -> referred(policy, each)).distinct().toList();
  }

  private static String account(String namespace, String name) {
    return namespace + "/" + name;
  }

  private static Map<String, String> selector(MeshObject service) {
    return Json.map(service.spec().path("selector"));
  }

  private Stream<Pods> referred(MeshObject policy, JsonNode reference) {
    return objects.stream()
        .filter(each -> TargetRefs.means(reference, policy, each))
        .flatMap(each -> each.isService() ? behind(each).stream() : Pods.of(each).stream());
  }
}
