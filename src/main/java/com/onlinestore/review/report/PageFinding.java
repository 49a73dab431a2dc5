package com.onlinestore.review.report;

import com.onlinestore.policy.Finding;
import com.onlinestore.policy.Severity;
import java.util.Collection;

/**
 * A broken rule, as an entry of the page.
 *
 * @param fresh whether the base does not have it
 * @param waiver who lets it pass and why; empty where nobody does
 */
record PageFinding(
    String rule,
    boolean mandatory,
    boolean fresh,
    String object,
    String message,
    String reason,
    String fix,
    String waiver) {

  static PageFinding of(Finding finding, Collection<Finding> fresh) {
    return new PageFinding(
        finding.rule(),
        finding.severity() == Severity.MANDATORY,
        fresh.contains(finding),
        finding.object(),
        finding.message(),
        finding.reason(),
        finding.fix(),
        finding.isWaived()
            ? "%s — %s, until %s"
                .formatted(
                    finding.waiver().reason(), finding.waiver().owner(), finding.waiver().until())
            : "");
  }
}
