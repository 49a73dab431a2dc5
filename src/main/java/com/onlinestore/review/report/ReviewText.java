package com.onlinestore.review.report;

import com.onlinestore.plan.TextLayout;
import com.onlinestore.policy.PolicyReport;
import com.onlinestore.review.difference.Change;
import com.onlinestore.review.risk.Category;
import com.onlinestore.review.risk.Risk;
import java.util.ArrayList;
import java.util.List;

/** A change as text for a terminal: risks first, then the difference, then policies. */
public final class ReviewText {

  private final Colours colours;
  private final List<String> lines = new ArrayList<>();

  private ReviewText(Colours colours) {
    this.colours = colours;
  }

  /** The report, its last line ended. */
  public static String of(Review review, ReviewedChange change, Colours colours) {
    ReviewText text = new ReviewText(colours);
    text.head(review, change);
    text.risks(change.risks());
    text.difference(change.difference().changes());
    text.section("Mistakes in the mesh", wrapped(review.mistakes()));
    text.policies(change);
    return String.join("\n", text.lines) + "\n";
  }

  private void head(Review review, ReviewedChange change) {
    lines.add(
        colours.heading("Stack %s against %s".formatted(review.plan().stack(), change.base())));
    lines.add("");
    lines.add("  " + change.counts());
  }

  private void risks(List<Risk> risks) {
    for (Category category : Category.values()) {
      section(
          category.title(),
          wrapped(
              risks.stream()
                  .filter(risk -> risk.category() == category)
                  .map(Risk::toString)
                  .toList()));
    }
  }

  private void difference(List<Change> changes) {
    List<String> content = new ArrayList<>();
    for (Change change : changes) {
      content.add("  " + colours.of(change.kind(), ChangeLines.head(change)));
      ChangeLines.details(change).forEach(line -> content.add("  " + line));
    }
    section("Difference", content);
  }

  private void policies(ReviewedChange change) {
    section(
        "Policies that are not broken any more",
        wrapped(change.mended().stream().map(String::valueOf).toList()));
    section(
        "Mandatory policies that %s breaks as well".formatted(change.base()),
        wrapped(change.standing().stream().map(String::valueOf).toList()));
    if (!change.fresh().isEmpty()) {
      lines.add("");
      String report = PolicyReport.of(change.fresh()).stripTrailing();
      int heading = report.indexOf('\n');
      lines.add(colours.warning(report.substring(0, heading) + ", new in this change"));
      lines.add(report.substring(heading + 1));
    }
  }

  private void section(String title, List<String> content) {
    if (!content.isEmpty()) {
      lines.add("");
      lines.add(colours.heading(title));
      lines.addAll(content);
    }
  }

  private static List<String> wrapped(List<String> texts) {
    return texts.stream()
        .flatMap(text -> TextLayout.wrapWords("  ", "    ", text).stream())
        .toList();
  }
}
