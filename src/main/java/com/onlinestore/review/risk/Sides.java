package com.onlinestore.review.risk;

import com.onlinestore.plan.Manifest;
import com.onlinestore.plan.PlanFacts;
import com.onlinestore.plan.Workload;
import com.onlinestore.review.difference.Change;
import com.onlinestore.review.difference.Difference;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A difference and what both plans mean.
 *
 * @param before what the plan compared with means
 * @param after what the plan of the change means
 */
record Sides(Difference difference, PlanFacts before, PlanFacts after) {

  List<Change> changes(Predicate<Change> wanted) {
    return difference.changes().stream().filter(wanted).toList();
  }

  /** Of what is on both sides, updated or replaced. */
  List<Change> changesOfWhatStays() {
    return changes(change -> change.before() != null && change.after() != null);
  }

  /** What ran before, by name. */
  Map<String, Workload> workloadsBefore() {
    return before.workloads().stream()
        .collect(Collectors.toMap(Workload::name, Function.identity(), (a, b) -> a));
  }

  /** Whether the workloads that an object was for go, and whatever was for them alone. */
  boolean workloadGoes(Manifest object) {
    return Selection.isForSome(object) && runs(before, object) && !runs(after, object);
  }

  /** Whether the workloads that an object is for are all new. */
  boolean workloadComes(Manifest object) {
    return runs(after, object) && !runs(before, object);
  }

  private static boolean runs(PlanFacts side, Manifest object) {
    return side.manifests().stream().anyMatch(each -> Selection.holds(object, each));
  }
}
