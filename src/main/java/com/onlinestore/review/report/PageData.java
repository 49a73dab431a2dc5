package com.onlinestore.review.report;

import com.onlinestore.plan.ManifestTexts;
import com.onlinestore.plan.PlanFacts;
import com.onlinestore.plan.PlannedResource;
import com.onlinestore.policy.Finding;
import java.util.List;
import java.util.Locale;

/**
 * All that the page shows, in the words that it shows.
 *
 * @param base what the plan is compared with; null for nothing
 * @param counts of changes, by sign
 * @param risks the worst first; null where nothing is compared, as the next
 */
record PageData(
    String project,
    String stack,
    String base,
    boolean stops,
    List<PageData.Count> counts,
    long components,
    List<PageData.Risk> risks,
    List<PageFinding> findings,
    List<PageFinding> mended,
    List<String> mistakes,
    List<PageChange> changes,
    PageCalls calls,
    List<PageTable> tables,
    List<PageResource> resources) {

  /** How many resources a kind of change meets. */
  record Count(String kind, String sign, String word, long count) {}

  /** A risk. */
  record Risk(String category, String what, String why) {}

  static PageData of(Review review, ManifestTexts texts) {
    PlanFacts after = review.facts();
    PlanFacts before = review.change().map(ReviewedChange::before).orElse(after);
    List<Finding> fresh = review.change().map(ReviewedChange::fresh).orElse(List.of());
    return new PageData(
        review.plan().project(),
        review.plan().stack(),
        review.change().map(ReviewedChange::base).orElse(null),
        review.stops(),
        review.change().map(PageData::counts).orElse(List.of()),
        review.plan().resources().stream().filter(PlannedResource::isComponent).count(),
        review.change().map(PageData::risks).orElse(null),
        review.findings().stream().map(each -> PageFinding.of(each, fresh)).toList(),
        review.change().map(ReviewedChange::mended).orElse(List.of()).stream()
            .map(each -> PageFinding.of(each, List.of()))
            .toList(),
        review.mistakes(),
        review
            .change()
            .map(each -> each.difference().changes().stream().map(PageChange::of).toList())
            .orElse(null),
        PageCalls.of(before.calls(), after.calls()),
        PageTable.of(before, after),
        PageResource.of(review.plan(), texts));
  }

  private static List<Count> counts(ReviewedChange change) {
    return change.difference().counts().entrySet().stream()
        .map(
            entry ->
                new Count(
                    entry.getKey().name().toLowerCase(Locale.ROOT),
                    entry.getKey().sign(),
                    entry.getKey().word(),
                    entry.getValue()))
        .toList();
  }

  private static List<Risk> risks(ReviewedChange change) {
    return change.risks().stream()
        .map(risk -> new Risk(risk.category().title(), risk.what(), risk.why()))
        .toList();
  }
}
