package com.onlinestore.review.risk;

import com.onlinestore.plan.PlanFacts;
import com.onlinestore.review.difference.Change;
import com.onlinestore.review.difference.Difference;
import java.util.List;
import java.util.function.Predicate;

/**
 * A difference and what both plans mean.
 *
 * @param before what the plan compared with means
 * @param after what the plan of the change means
 */
record Sides(Difference difference, PlanFacts before, PlanFacts after) {

  static Sides of(Difference difference) {
    return new Sides(
        difference, PlanFacts.of(difference.before()), PlanFacts.of(difference.after()));
  }

  List<Change> changes(Predicate<Change> wanted) {
    return difference.changes().stream().filter(wanted).toList();
  }

  /** Whether a workload of that name in that namespace goes, and whatever was for it alone. */
  boolean workloadGoes(String namespace, String name) {
    return before.workloads().stream()
            .anyMatch(each -> each.name().startsWith(namespace + "/" + name))
        && after.workloads().stream()
            .noneMatch(each -> each.name().startsWith(namespace + "/" + name));
  }
}
