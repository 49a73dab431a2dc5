package com.onlinestore.review.report;

import com.onlinestore.plan.Plan;
import com.onlinestore.plan.PlanFacts;
import com.onlinestore.policy.Finding;
import com.onlinestore.policy.Policies;
import com.onlinestore.policy.Waiver;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * A plan and what policies say of it.
 *
 * @param facts the plan and what it means
 * @param waivers exceptions of its stack file
 * @param findings policies that are broken, waived ones included
 */
public record Judged(PlanFacts facts, List<Waiver> waivers, List<Finding> findings) {

  /** Copies the lists. */
  public Judged {
    waivers = List.copyOf(waivers);
    findings = List.copyOf(findings);
  }

  /** The plan. */
  public Plan plan() {
    return facts.plan();
  }

  /** The same with findings that no rule of a catalogue has. */
  public Judged with(List<Finding> more) {
    return new Judged(
        facts, waivers, Stream.concat(findings.stream(), more.stream()).sorted().toList());
  }

  /** Holds a plan against policies. */
  public static Judged of(Plan plan, List<Waiver> waivers, Policies policies, LocalDate today) {
    // Neither needs the other, and each reads the whole plan.
    CompletableFuture<PlanFacts> facts = CompletableFuture.supplyAsync(() -> PlanFacts.of(plan));
    List<Finding> findings = policies.findings(plan, waivers, today);
    return new Judged(facts.join(), waivers, findings);
  }
}
