package com.onlinestore.review.report;

import com.onlinestore.plan.PlanFacts;
import com.onlinestore.policy.Finding;
import com.onlinestore.review.difference.Difference;
import com.onlinestore.review.risk.Risk;
import com.onlinestore.review.risk.Risks;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a change does to a stack.
 *
 * @param base what it is compared with, as the person named it; a hash of git is shortened
 * @param before what that means
 * @param difference resource by resource
 * @param risks what could go wrong, the worst first
 * @param fresh findings that the base does not have
 * @param standing findings that keep the stack from running and that the base has as well
 * @param mended findings that the base has alone
 */
public record ReviewedChange(
    String base,
    PlanFacts before,
    Difference difference,
    List<Risk> risks,
    List<Finding> fresh,
    List<Finding> standing,
    List<Finding> mended) {

  /** Copies the lists. */
  public ReviewedChange {
    base = Revision.brief(base);
    risks = List.copyOf(risks);
    fresh = List.copyOf(fresh);
    standing = List.copyOf(standing);
    mended = List.copyOf(mended);
  }

  /** Compares two plans, what policies say of them, and what is waived. */
  public static ReviewedChange of(String base, Judged before, Judged after) {
    Difference difference = Difference.between(before.plan(), after.plan());
    List<Finding> fresh = NewFindings.of(after.findings(), before.findings());
    return new ReviewedChange(
        base,
        before.facts(),
        difference,
        Stream.of(
                Risks.of(difference, before.facts(), after.facts()),
                NewWaivers.risks(before.waivers(), after.waivers()))
            .flatMap(List::stream)
            .sorted(Comparator.comparing(Risk::category))
            .toList(),
        fresh,
        after.findings().stream()
            .filter(Finding::stops)
            .filter(each -> !fresh.contains(each))
            .toList(),
        NewFindings.of(before.findings(), after.findings()));
  }

  /** As in {@code 1 removed, 2 changed}. */
  public String counts() {
    if (difference.before().resources().isEmpty()) {
      return "new stack, %d resources".formatted(difference.changes().size());
    }
    String counts =
        difference.counts().entrySet().stream()
            .map(entry -> entry.getValue() + " " + entry.getKey().word())
            .collect(Collectors.joining(", "));
    return counts.isEmpty() ? "no resource differs" : counts;
  }
}
