package com.onlinestore.review.report;

import com.onlinestore.plan.MeshCheck;
import com.onlinestore.plan.Plan;
import com.onlinestore.plan.PlanFacts;
import com.onlinestore.policy.Finding;
import java.util.List;
import java.util.Optional;

/**
 * All that a reviewer may want to know of one stack.
 *
 * @param plan what it would be
 * @param facts what that means
 * @param mistakes what the mesh would ignore or answer with errors
 * @param findings policies that are broken, waived ones included
 * @param change what differs from what it is compared with; empty where it is compared with nothing
 */
public record Review(
    Plan plan,
    PlanFacts facts,
    List<String> mistakes,
    List<Finding> findings,
    Optional<ReviewedChange> change) {

  /** Copies the lists. */
  public Review {
    mistakes = List.copyOf(mistakes);
    findings = List.copyOf(findings);
  }

  /** Of a plan and the findings of policies in it. */
  public static Review of(Plan plan, List<Finding> findings, Optional<ReviewedChange> change) {
    return new Review(plan, PlanFacts.of(plan), MeshCheck.mistakes(plan), findings, change);
  }

  /** Whether the stack must not run so. */
  public boolean stops() {
    return !mistakes.isEmpty() || findings.stream().anyMatch(Finding::stops);
  }
}
