package com.onlinestore.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Pods that run for good.
 *
 * @param name namespace and name
 * @param min fewest replicas
 * @param max most replicas; above {@code min} only where a HorizontalPodAutoscaler decides
 * @param pod requests of one pod
 */
public record Workload(String name, int min, int max, Amount pod) {

  // Jobs end, and how often a DaemonSet runs is for the cluster to say.
  private static final Set<String> KINDS = Set.of("Deployment", "Rollout", "StatefulSet");

  /**
   * The workloads among the objects of a plan, in its order; pods of Helm releases are no part of
   * it.
   */
  public static List<Workload> of(List<Manifest> manifests) {
    Map<ScaleTarget, List<Manifest>> autoscalers = ScaleTarget.autoscalers(manifests);
    return manifests.stream()
        .filter(manifest -> KINDS.contains(manifest.kind()))
        .map(each -> of(each, autoscalers.getOrDefault(ScaleTarget.itself(each), List.of())))
        .toList();
  }

  /** What all pods ask for where there are fewest. */
  public Amount atMin() {
    return pod.times(min);
  }

  /** What all pods ask for where there are most. */
  public Amount atMax() {
    return pod.times(max);
  }

  private static Workload of(Manifest manifest, List<Manifest> autoscalers) {
    JsonNode spec = manifest.content().path("spec");
    Amount pod = PodRequests.of(spec.path("template"));
    return autoscalers.stream()
        .map(autoscaler -> autoscaler.content().path("spec"))
        .map(
            scaling ->
                new Workload(
                    manifest.path(),
                    scaling.path("minReplicas").asInt(1),
                    scaling.path("maxReplicas").asInt(1),
                    pod))
        .findFirst()
        .orElseGet(
            () -> {
              int replicas = spec.path("replicas").asInt(1);
              return new Workload(manifest.path(), replicas, replicas, pod);
            });
  }
}
