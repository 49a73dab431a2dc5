package com.onlinestore.policy;

import com.onlinestore.plan.Manifest;
import com.onlinestore.plan.Plan;
import com.onlinestore.plan.PlannedRelease;
import com.onlinestore.plan.PlannedResource;
import com.onlinestore.plan.ResourceName;
import com.onlinestore.plan.ScaleTarget;
import com.onlinestore.plan.labels.LabelIndex;
import com.onlinestore.plan.labels.Namespaced;
import com.onlinestore.plan.labels.SelectorIndex;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The plan that a resource is in, indexed, for rules that need more than the one resource: the
 * budget of a workload, the policies of a namespace.
 *
 * <p>The trap: what a Helm release makes is in no plan. Ask {@link #isUnknown} before saying that
 * something is not there.
 */
public final class PolicyContext {

  private final Plan plan;
  private final Map<String, Manifest> byUrn;
  private final Map<String, List<Manifest>> byKind;
  private final Map<Place, List<Manifest>> byPlace;
  private final Map<Place, SelectorIndex<Manifest>> selecting = new ConcurrentHashMap<>();
  private final Map<ScaleTarget, List<Manifest>> autoscalers;
  private final Map<String, PlannedRelease> releases;
  private final Map<String, List<PlannedResource>> byType;
  private final Map<String, PodTemplate> podsByUrn;
  private final Namespaced<LabelIndex<PodTemplate>> pods;
  private final Set<String> unknown;

  private record Place(String kind, String namespace) {}

  private PolicyContext(Plan plan) {
    this.plan = plan;
    List<Manifest> manifests = Manifest.of(plan);
    this.byUrn = manifests.stream().collect(Collectors.toMap(Manifest::urn, Function.identity()));
    this.byKind = manifests.stream().collect(Collectors.groupingBy(Manifest::kind));
    this.byPlace =
        manifests.stream()
            .collect(Collectors.groupingBy(each -> new Place(each.kind(), each.namespace())));
    this.autoscalers = ScaleTarget.autoscalers(manifests);
    this.releases =
        PlannedRelease.of(plan).stream()
            .collect(Collectors.toMap(PlannedRelease::urn, Function.identity()));
    this.byType = plan.resources().stream().collect(Collectors.groupingBy(PlannedResource::type));
    List<PodTemplate> templates =
        manifests.stream().map(PodTemplate::of).flatMap(Optional::stream).toList();
    this.podsByUrn =
        templates.stream().collect(Collectors.toMap(pod -> pod.owner().urn(), Function.identity()));
    this.pods =
        Namespaced.of(
            templates,
            pod -> pod.owner().namespace(),
            each -> LabelIndex.of(each, PodTemplate::labels));
    this.unknown =
        releases.values().stream().map(PlannedRelease::namespace).collect(Collectors.toSet());
  }

  /** Of a whole plan. */
  public static PolicyContext of(Plan plan) {
    return new PolicyContext(plan);
  }

  /** The plan itself. */
  public Plan plan() {
    return plan;
  }

  /** The Kubernetes object that a resource stands for; empty for anything else. */
  public Optional<Manifest> manifest(PlannedResource resource) {
    return Optional.ofNullable(byUrn.get(resource.urn()));
  }

  /** The Helm release that a resource stands for; empty for anything else. */
  public Optional<PlannedRelease> release(PlannedResource resource) {
    return Optional.ofNullable(releases.get(resource.urn()));
  }

  /** The objects of a kind, in the order of the plan. */
  public List<Manifest> manifests(String kind) {
    return byKind.getOrDefault(kind, List.of());
  }

  /** The objects of a kind in a namespace, in the order of the plan. */
  public List<Manifest> manifests(String kind, String namespace) {
    return byPlace.getOrDefault(new Place(kind, namespace), List.of());
  }

  /**
   * The objects of a kind in a namespace whose selector wants no other labels than these, in the
   * order of the plan.
   *
   * <p>The trap: {@code matchExpressions} are not asked, and an empty selector wants nothing.
   */
  public List<Manifest> selecting(String kind, String namespace, Map<String, String> labels) {
    return selecting
        .computeIfAbsent(
            new Place(kind, namespace),
            place -> SelectorIndex.of(manifests(kind, namespace), PolicyContext::wanted))
        .meaning(labels);
  }

  /** The autoscalers of a workload, in the order of the plan. */
  public List<Manifest> autoscalers(ScaleTarget workload) {
    return autoscalers.getOrDefault(workload, List.of());
  }

  /** The pods that a resource makes; empty for one that makes none. */
  public Optional<PodTemplate> pods(PlannedResource resource) {
    return Optional.ofNullable(podsByUrn.get(resource.urn()));
  }

  /** The pods of a namespace that carry these labels, in the order of the plan. */
  public List<PodTemplate> pods(String namespace, Map<String, String> labels) {
    return pods.in(namespace).carrying(labels);
  }

  /** The resources of a type, as in {@code aws:ec2/vpc:Vpc}, in the order of the plan. */
  public List<PlannedResource> resources(String type) {
    return byType.getOrDefault(type, List.of());
  }

  /** Whether a Helm release makes objects in this namespace that nobody knows before it runs. */
  public boolean isUnknown(String namespace) {
    return unknown.contains(namespace);
  }

  /** Kind, namespace and name of a resource, as findings show and waivers name it. */
  public String nameOf(PlannedResource resource) {
    return ResourceName.of(resource);
  }

  // Services have labels alone, NetworkPolicies another field.
  private static Map<String, String> wanted(Manifest object) {
    Value spec = Value.of(object).at("spec");
    Value selector = spec.at(object.kind().equals("NetworkPolicy") ? "podSelector" : "selector");
    return (object.kind().equals("Service") ? selector : selector.at("matchLabels")).map();
  }
}
