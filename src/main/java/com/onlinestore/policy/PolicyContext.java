package com.onlinestore.policy;

import com.onlinestore.plan.Manifest;
import com.onlinestore.plan.Plan;
import com.onlinestore.plan.PlannedRelease;
import com.onlinestore.plan.PlannedResource;
import com.onlinestore.plan.ResourceName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private final Map<String, PlannedRelease> releases;
  private final Map<String, List<PlannedResource>> byType;
  private final Map<String, List<PodTemplate>> pods;
  private final Set<String> unknown;

  private PolicyContext(Plan plan) {
    this.plan = plan;
    List<Manifest> manifests = Manifest.of(plan);
    this.byUrn = manifests.stream().collect(Collectors.toMap(Manifest::urn, Function.identity()));
    this.byKind = manifests.stream().collect(Collectors.groupingBy(Manifest::kind));
    this.releases =
        PlannedRelease.of(plan).stream()
            .collect(Collectors.toMap(PlannedRelease::urn, Function.identity()));
    this.byType = plan.resources().stream().collect(Collectors.groupingBy(PlannedResource::type));
    this.pods =
        manifests.stream()
            .map(PodTemplate::of)
            .flatMap(Optional::stream)
            .collect(Collectors.groupingBy(pod -> pod.owner().namespace()));
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
    return manifests(kind).stream().filter(each -> each.namespace().equals(namespace)).toList();
  }

  /** The pods that objects of a namespace make, in the order of the plan. */
  public List<PodTemplate> pods(String namespace) {
    return pods.getOrDefault(namespace, List.of());
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
}
