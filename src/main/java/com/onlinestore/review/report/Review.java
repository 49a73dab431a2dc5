package com.onlinestore.review.report;

import com.onlinestore.plan.Plan;
import com.onlinestore.plan.PlanFacts;
import com.onlinestore.policy.Finding;
import java.util.List;
import java.util.Optional;

/**
 * All that a reviewer may want to know of one stack.
 *
 * @param facts what it would be, and what that means
 * @param findings policies that are broken, waived ones included
 * @param change what differs from what it is compared with; empty where it is compared with nothing
 */
public record Review(PlanFacts facts, List<Finding> findings, Optional<ReviewedChange> change) {

  /** Copies the list. */
  public Review {
    findings = List.copyOf(findings);
  }

  /** Of a plan, and what it is compared with. */
  public static Review of(Judged judged, Optional<ReviewedChange> change) {
    return new Review(judged.facts(), judged.findings(), change);
  }

  /** What the stack would be. */
  public Plan plan() {
    return facts.plan();
  }

  /** What the mesh would ignore or answer with errors. */
  public List<String> mistakes() {
    return facts.mistakes();
  }

  /** Whether the stack must not run so. */
  public boolean stops() {
    return !mistakes().isEmpty() || findings.stream().anyMatch(Finding::stops);
  }
}
