package com.onlinestore.review.report;

import com.onlinestore.plan.Plan;
import com.onlinestore.policy.Finding;
import com.onlinestore.review.difference.Change;
import com.onlinestore.review.difference.Difference;
import com.onlinestore.review.risk.Risk;
import com.onlinestore.review.risk.Risks;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a change does to a stack.
 *
 * @param base what it is compared with, as the person named it; a hash of git is shortened
 * @param difference resource by resource
 * @param risks what could go wrong, the worst first
 * @param fresh findings that the base does not have
 * @param mended findings that the base has alone
 */
public record ReviewedChange(
    String base,
    Difference difference,
    List<Risk> risks,
    List<Finding> fresh,
    List<Finding> mended) {

  private static final String HASH = "[0-9a-f]{40}";
  private static final int SHORT = 12;

  /** Copies the lists. */
  public ReviewedChange {
    base = base.matches(HASH) ? base.substring(0, SHORT) : base;
    risks = List.copyOf(risks);
    fresh = List.copyOf(fresh);
    mended = List.copyOf(mended);
  }

  /**
   * Compares two plans and what policies say of them.
   *
   * @param found findings in {@code before}, whether waived or not
   * @param findings findings in {@code after}, without what is wrong with waivers alone
   */
  public static ReviewedChange of(
      String base, Plan before, List<Finding> found, Plan after, List<Finding> findings) {
    Difference difference = Difference.between(before, after);
    return new ReviewedChange(
        base,
        difference,
        Risks.of(difference),
        NewFindings.of(findings, found),
        NewFindings.of(found, findings));
  }

  /** Whether nothing at all differs. */
  public boolean isEmpty() {
    return difference.changes().isEmpty() && fresh.isEmpty() && mended.isEmpty();
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

  /** Changes of one kind. */
  List<Change> of(Change.Kind kind) {
    return difference.of(kind);
  }
}
