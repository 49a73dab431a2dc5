package com.onlinestore.policy.rules;

import static com.onlinestore.policy.Severity.MANDATORY;

import com.onlinestore.plan.Manifest;
import com.onlinestore.policy.About;
import com.onlinestore.policy.PodTemplate;
import com.onlinestore.policy.PolicyContext;
import com.onlinestore.policy.Rule;
import com.onlinestore.policy.Value;
import java.util.List;

/** Disruption budgets: what a drain of nodes may take at once. */
final class BudgetRules {

  private static final String KIND = "PodDisruptionBudget";

  private BudgetRules() {}

  static List<Rule> all() {
    return List.of(
        new Rule(
            "budgets/missing",
            MANDATORY,
            "Workloads with two pods or more have a disruption budget.",
            "An upgrade of nodes may otherwise evict all of them at once.",
            "Add a PodDisruptionBudget with maxUnavailable: 1 that selects the pods.",
            About.pods(BudgetRules::missing)),
        new Rule(
            "budgets/blocked",
            MANDATORY,
            "Disruption budgets let at least one pod go.",
            "Nodes could otherwise never be drained, and upgrades of the cluster hang.",
            "Set maxUnavailable: 1 instead, or run one pod more than minAvailable.",
            About.objects(KIND, BudgetRules::blocked)),
        new Rule(
            "budgets/selection",
            MANDATORY,
            "Disruption budgets select pods that there are.",
            "One that selects none protects nothing, and nobody notices before a drain.",
            "Correct the selector to labels of the pods.",
            About.objects(
                KIND,
                (budget, context) -> {
                  Value selector = selector(budget);
                  return selector.wrongIf(
                      !context.isUnknown(budget.namespace()) && pods(budget, context).isEmpty(),
                      "selects no pods of %s",
                      budget.namespace());
                })),
        new Rule(
            "budgets/overlap",
            MANDATORY,
            "A pod has one disruption budget.",
            "Kubernetes refuses to evict a pod that has two, so its node is never drained.",
            "Narrow one of the selectors, or remove one budget.",
            About.pods(
                (pod, context) -> {
                  List<String> names = budgets(pod, context).stream().map(Manifest::name).toList();
                  return pod.metadata()
                      .at("labels")
                      .wrongIf(
                          names.size() > 1, "is selected by budgets %s", String.join(", ", names));
                })));
  }

  private static List<String> missing(PodTemplate pod, PolicyContext context) {
    int least = ReplicaRules.least(pod.owner(), context);
    return pod.metadata()
        .at("labels")
        .wrongIf(
            ReplicaRules.serves(pod) && least > 1 && budgets(pod, context).isEmpty(),
            "is selected by no budget, though there are %d pods",
            least);
  }

  private static List<String> blocked(Manifest budget, PolicyContext context) {
    Value spec = Value.of(budget).at("spec");
    Value most = spec.at("maxUnavailable");
    if (most.exists()) {
      return most.wrongIf(most.text().matches("0%?"), "lets no pod go");
    }
    Value fewest = spec.at("minAvailable");
    if (fewest.text().equals("100%")) {
      return List.of(fewest.is("lets no pod go"));
    }
    List<PodTemplate> pods = pods(budget, context);
    int there = pods.stream().mapToInt(pod -> ReplicaRules.least(pod.owner(), context)).sum();
    return fewest.wrongIf(
        !pods.isEmpty() && fewest.json().isInt() && fewest.json().asInt() >= there,
        "lets no pod go while there are %d",
        there);
  }

  private static List<Manifest> budgets(PodTemplate pod, PolicyContext context) {
    return context.selecting(KIND, pod.owner().namespace(), pod.labels()).stream()
        .filter(budget -> Selection.matches(selector(budget), pod.labels()))
        .toList();
  }

  private static List<PodTemplate> pods(Manifest budget, PolicyContext context) {
    return Selection.selected(budget.namespace(), selector(budget), context);
  }

  private static Value selector(Manifest budget) {
    return Value.of(budget).at("spec", "selector");
  }
}
