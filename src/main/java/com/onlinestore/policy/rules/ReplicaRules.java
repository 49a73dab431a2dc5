package com.onlinestore.policy.rules;

import static com.onlinestore.policy.Severity.ADVISORY;
import static com.onlinestore.policy.Severity.MANDATORY;

import com.onlinestore.plan.Manifest;
import com.onlinestore.plan.ScaleTarget;
import com.onlinestore.policy.About;
import com.onlinestore.policy.PodTemplate;
import com.onlinestore.policy.Policy;
import com.onlinestore.policy.PolicyContext;
import com.onlinestore.policy.Rule;
import com.onlinestore.policy.Value;
import java.util.List;
import java.util.Set;

/** How many pods there are, where they run, and who decides. */
final class ReplicaRules {

  private static final Set<String> SERVING = Set.of("Deployment", "StatefulSet", "Rollout");

  private static final Policy TWO_MASTERS =
      About.pods(
          (pod, context) -> {
            Value replicas = Value.of(pod.owner()).at("spec", "replicas");
            return replicas.wrongIf(
                replicas.exists() && Selection.autoscaler(pod.owner(), context).isPresent(),
                "is set back on every update, while an autoscaler decides");
          });

  private ReplicaRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule(
            "replicas/single",
            ADVISORY,
            "What is behind a Service has two pods or more.",
            "One pod is an outage for every node that is drained, and for every crash.",
            "Set replicas, or the autoscaler's minReplicas, to 2 or more.",
            About.pods(
                (pod, context) ->
                    Value.of(pod.owner())
                        .at("spec", "replicas")
                        .wrongIf(
                            serves(pod)
                                && Selection.isServed(pod, context)
                                && least(pod.owner(), context) < 2,
                            "is an outage whenever it stops"))),
        new Rule(
            "replicas/spread",
            ADVISORY,
            "Pods of one workload are spread over nodes.",
            "The scheduler may otherwise put all of them on one, and lose all of them with it.",
            "Set topologySpreadConstraints over kubernetes.io/hostname, or podAntiAffinity.",
            About.pods(
                (pod, context) -> {
                  Value spread = pod.spec().at("topologySpreadConstraints");
                  return spread.wrongIf(
                      serves(pod)
                          && spread.json().isEmpty()
                          && !pod.spec().at("affinity", "podAntiAffinity").exists()
                          && least(pod.owner(), context) > 1,
                      "may put all %d pods on one node",
                      least(pod.owner(), context));
                })),
        new Rule(
            "replicas/strategy",
            ADVISORY,
            "Deployments behind a Service are replaced pod by pod.",
            "Recreate stops every pod before the first new one starts.",
            "Remove strategy, or set its type to RollingUpdate.",
            About.pods(
                (pod, context) -> {
                  Value strategy = Value.of(pod.owner()).at("spec", "strategy", "type");
                  return strategy.wrongIf(
                      strategy.text().equals("Recreate") && Selection.isServed(pod, context),
                      "stops all pods before the first new one starts");
                })),
        new Rule(
            "replicas/two-masters",
            MANDATORY,
            "Where an autoscaler decides, the workload sets no replicas.",
            "Every update sets the number back, and takes pods away under load.",
            "Remove replicas from the workload, or name spec.replicas under ignoreChanges.",
            (resource, context) ->
                resource.options().ignoreChanges().contains("spec.replicas")
                    ? List.of()
                    : TWO_MASTERS.violations(resource, context)),
        new Rule(
            "autoscaling/target",
            MANDATORY,
            "Autoscalers scale a workload that there is.",
            "One without a target does nothing, and nobody notices before the load comes.",
            "Correct kind and name in scaleTargetRef.",
            About.objects("HorizontalPodAutoscaler", ReplicaRules::target)),
        new Rule(
            "autoscaling/rivals",
            MANDATORY,
            "A workload has one autoscaler.",
            "Two of them undo each other's decisions every few seconds.",
            "Remove one, and put its metrics into the other.",
            About.objects("HorizontalPodAutoscaler", ReplicaRules::rivals)),
        new Rule(
            "autoscaling/requests",
            MANDATORY,
            "What is scaled by utilization asks for what it is measured by.",
            "Utilization is a share of the request: without one the autoscaler stands still.",
            "Set the request on every container of the workload.",
            About.objects("HorizontalPodAutoscaler", UtilizationPolicy::violations)));
  }

  static boolean serves(PodTemplate pod) {
    return SERVING.contains(pod.owner().kind());
  }

  /** The fewest pods a workload has. */
  static int least(Manifest workload, PolicyContext context) {
    return Selection.autoscaler(workload, context)
        .map(each -> Value.of(each).at("spec", "minReplicas"))
        .orElseGet(() -> Value.of(workload).at("spec", "replicas"))
        .json()
        .asInt(1);
  }

  private static List<String> target(Manifest autoscaler, PolicyContext context) {
    Value target = Value.of(autoscaler).at("spec", "scaleTargetRef", "name");
    String kind = Value.of(autoscaler).at("spec", "scaleTargetRef", "kind").text();
    return target.wrongIf(
        !context.isUnknown(autoscaler.namespace())
            && context.manifests(kind, autoscaler.namespace()).stream()
                .noneMatch(each -> each.name().equals(target.text())),
        "is no %s of %s",
        kind,
        autoscaler.namespace());
  }

  private static List<String> rivals(Manifest autoscaler, PolicyContext context) {
    Value name = Value.of(autoscaler).at("spec", "scaleTargetRef", "name");
    return context.autoscalers(ScaleTarget.of(autoscaler)).stream()
        .filter(each -> !each.urn().equals(autoscaler.urn()))
        .map(each -> name.is("is scaled by %s too", each.name()))
        .toList();
  }
}
