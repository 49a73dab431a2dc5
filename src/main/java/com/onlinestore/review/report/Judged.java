package com.onlinestore.review.report;

import com.onlinestore.plan.Plan;
import com.onlinestore.policy.Finding;
import com.onlinestore.policy.Policies;
import com.onlinestore.policy.Waiver;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * A plan and what policies say of it.
 *
 * @param waivers exceptions of its stack file
 * @param findings policies that are broken, waived ones included
 */
public record Judged(Plan plan, List<Waiver> waivers, List<Finding> findings) {

  /** Copies the lists. */
  public Judged {
    waivers = List.copyOf(waivers);
    findings = List.copyOf(findings);
  }

  /** The same with findings that no rule of a catalogue has. */
  public Judged with(List<Finding> more) {
    return new Judged(
        plan, waivers, Stream.concat(findings.stream(), more.stream()).sorted().toList());
  }

  /** Holds a plan against policies. */
  public static Judged of(Plan plan, List<Waiver> waivers, Policies policies, LocalDate today) {
    return new Judged(plan, waivers, policies.findings(plan, waivers, today));
  }
}
