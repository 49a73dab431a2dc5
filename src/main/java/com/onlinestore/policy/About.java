package com.onlinestore.policy;

import com.onlinestore.plan.Manifest;
import com.onlinestore.plan.PlannedRelease;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Policies that begin with what they are about: a container, a pod, objects of a kind, resources of
 * a type.
 */
public final class About {

  private About() {}

  /** Every container of every object that makes pods. */
  public static Policy containers(Function<Container, List<String>> check) {
    return containers((container, context) -> check.apply(container));
  }

  /** Every container of every object that makes pods, and the plan it is in. */
  public static Policy containers(BiFunction<Container, PolicyContext, List<String>> check) {
    return pods(
        (pod, context) ->
            pod.containers().stream()
                .flatMap(each -> check.apply(each, context).stream())
                .toList());
  }

  /** The pods of every object that makes some. */
  public static Policy pods(Function<PodTemplate, List<String>> check) {
    return pods((pod, context) -> check.apply(pod));
  }

  /** The pods of every object that makes some, and the plan they are in. */
  public static Policy pods(BiFunction<PodTemplate, PolicyContext, List<String>> check) {
    return (resource, context) -> told(context.pods(resource), check, context);
  }

  /** Kubernetes objects of a kind. */
  public static Policy objects(String kind, Function<Value, List<String>> check) {
    return objects(kind, (object, context) -> check.apply(Value.of(object)));
  }

  /** Kubernetes objects of a kind, and the plan they are in. */
  public static Policy objects(
      String kind, BiFunction<Manifest, PolicyContext, List<String>> check) {
    return (resource, context) ->
        told(context.manifest(resource).filter(each -> each.kind().equals(kind)), check, context);
  }

  /** Helm releases. */
  public static Policy releases(BiFunction<PlannedRelease, Value, List<String>> check) {
    return (resource, context) ->
        context
            .release(resource)
            .map(release -> check.apply(release, Value.of(resource)))
            .orElse(List.of());
  }

  /** Resources of a type, as in {@code aws:ec2/vpc:Vpc}: their inputs. */
  public static Policy resources(String type, Function<Value, List<String>> check) {
    return resources(type, (inputs, context) -> check.apply(inputs));
  }

  /** Resources of a type: their inputs, and the plan they are in. */
  public static Policy resources(
      String type, BiFunction<Value, PolicyContext, List<String>> check) {
    return (resource, context) ->
        resource.type().equals(type) ? check.apply(Value.of(resource), context) : List.of();
  }

  /** What any of these policies says. */
  public static Policy any(Policy... policies) {
    return (resource, context) ->
        List.of(policies).stream()
            .flatMap(each -> each.violations(resource, context).stream())
            .toList();
  }

  private static <T> List<String> told(
      Optional<T> subject,
      BiFunction<T, PolicyContext, List<String>> check,
      PolicyContext context) {
    return subject.map(each -> check.apply(each, context)).orElse(List.of());
  }
}
