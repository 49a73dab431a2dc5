package com.onlinestore.review.report;

import com.onlinestore.policy.Finding;
import com.onlinestore.review.risk.Category;
import com.onlinestore.review.risk.Risk;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Changes of several stacks as one comment on a pull request, in Markdown: risks and policies in
 * the open, the difference folded.
 *
 * <p>Never longer than {@link #LIMIT}: what matters least is left out first (details, then
 * policies, then risks, in the order of their categories), and how much is left out is said.
 */
public final class ReviewComment {

  /** The first line, by which a comment is found again to be updated. */
  public static final String MARKER = "<!-- online-store-plan -->";

  /** Below what GitHub takes, 65,536 characters, by what a pipeline says of itself. */
  public static final int LIMIT = 64_000;

  private static final int LONGEST_PROBLEM = 3_000;
  private static final String MORE = "… and %d more, in the plan's page";

  private final String base;
  private final List<StackReview> reviews;
  private int left;

  private ReviewComment(String base, List<StackReview> reviews, int limit) {
    this.base = base;
    this.reviews = reviews;
    this.left = limit;
  }

  /**
   * The comment over these stacks.
   *
   * @param base what they are compared with
   */
  public static String of(String base, List<StackReview> reviews) {
    return of(base, reviews, LIMIT);
  }

  static String of(String base, List<StackReview> reviews, int limit) {
    return new ReviewComment(base, reviews, limit).text();
  }

  private String text() {
    List<StringBuilder> parts = reviews.stream().map(review -> new StringBuilder()).toList();
    String head = head();
    // Frames around what may be cut, so that they always fit.
    left -= head.length() + reviews.stream().mapToInt(review -> frame(review).length()).sum();
    List<List<String>> risks = cut(reviews.stream().map(ReviewComment::risks).toList());
    List<List<String>> policies = cut(reviews.stream().map(ReviewComment::policies).toList());
    List<List<String>> details = cut(reviews.stream().map(ReviewComment::details).toList());
    StringBuilder text = new StringBuilder(head);
    for (int i = 0; i < parts.size(); i++) {
      text.append(section(reviews.get(i), risks.get(i), policies.get(i), details.get(i)));
    }
    return text.toString();
  }

  private String head() {
    StringBuilder head =
        new StringBuilder(
            "%s\n## Plan against %s\n\n".formatted(MARKER, Markdown.text(Revision.brief(base))));
    head.append("| stack | difference | risks | policy findings |\n|---|---|---|---|\n");
    reviews.forEach(review -> head.append(row(review)).append('\n'));
    return head.toString();
  }

  private static String row(StackReview stack) {
    String name = Markdown.text(stack.stack());
    return change(stack)
        .map(
            change ->
                "| %s | %s | %s | %s |"
                    .formatted(name, change.counts(), categories(change.risks()), count(change)))
        .orElseGet(() -> "| %s | not compared | | |".formatted(name));
  }

  private static String categories(List<Risk> risks) {
    List<String> found = new ArrayList<>();
    for (Category category : Category.values()) {
      long count = risks.stream().filter(risk -> risk.category() == category).count();
      if (count > 0) {
        found.add("%s %d".formatted(category.title().toLowerCase(Locale.ROOT), count));
      }
    }
    return found.isEmpty() ? "none" : String.join(", ", found);
  }

  private static String count(ReviewedChange change) {
    long stopping =
        change.standing().size() + change.fresh().stream().filter(Finding::stops).count();
    String fresh = change.fresh().isEmpty() ? "none new" : change.fresh().size() + " new";
    return stopping == 0 ? fresh : "%s, **%d mandatory**".formatted(fresh, stopping);
  }

  private static List<String> risks(StackReview stack) {
    List<String> lines = new ArrayList<>();
    stack
        .review()
        .map(Review::mistakes)
        .orElse(List.of())
        .forEach(mistake -> lines.add("- **Mistake in the mesh** " + Markdown.text(mistake)));
    change(stack)
        .map(ReviewedChange::risks)
        .orElse(List.of())
        .forEach(
            risk ->
                lines.add(
                    "- **%s** %s: %s"
                        .formatted(
                            risk.category().title(),
                            Markdown.text(risk.what()),
                            Markdown.text(risk.why()))));
    return lines;
  }

  private static List<String> policies(StackReview stack) {
    if (change(stack).isEmpty()) {
      return stack.review().map(Review::findings).orElse(List.of()).stream()
          .filter(Finding::stops)
          .map(finding -> line(finding, ""))
          .toList();
    }
    ReviewedChange change = change(stack).get();
    return Stream.concat(
            change.fresh().stream().map(finding -> line(finding, "")),
            change.standing().stream().map(finding -> line(finding, ", in the base as well")))
        .toList();
  }

  private static String line(Finding finding, String where) {
    String waived =
        finding.isWaived()
            ? " Waived until %s by %s: %s"
                .formatted(
                    finding.waiver().until(), finding.waiver().owner(), finding.waiver().reason())
            : "";
    return "- **Policy, %s%s** %s"
        .formatted(
            finding.severity().name().toLowerCase(Locale.ROOT),
            where,
            Markdown.text(finding + " " + finding.fix() + waived));
  }

  private static List<String> details(StackReview stack) {
    List<String> lines = new ArrayList<>();
    change(stack)
        .map(change -> change.difference().changes())
        .orElse(List.of())
        .forEach(
            change -> {
              lines.add(ChangeLines.head(change));
              lines.addAll(ChangeLines.details(change));
            });
    return lines;
  }

  /** What fits of lists of lines, an equal share of the room for each. */
  private List<List<String>> cut(List<List<String>> lists) {
    List<List<String>> cut = new ArrayList<>();
    for (int i = 0; i < lists.size(); i++) {
      List<String> fitting = fitting(lists.get(i), left / (lists.size() - i));
      left -= length(fitting);
      cut.add(fitting);
    }
    return cut;
  }

  private static List<String> fitting(List<String> lines, int room) {
    if (length(lines) <= room) {
      return lines;
    }
    String more = MORE.formatted(lines.size());
    List<String> fitting = new ArrayList<>();
    int used = more.length() + 1;
    for (String line : lines) {
      used += line.length() + 1;
      if (used > room) {
        break;
      }
      fitting.add(line);
    }
    if (used <= room || more.length() < room) {
      fitting.add(MORE.formatted(lines.size() - fitting.size()));
    }
    return fitting;
  }

  private static int length(List<String> lines) {
    return lines.stream().mapToInt(line -> line.length() + 1).sum();
  }

  private static String frame(StackReview review) {
    List<String> longest = details(review);
    return section(review, List.of("-"), List.of("-"), List.of(Markdown.fence(longest)));
  }

  private static String section(
      StackReview stack, List<String> risks, List<String> policies, List<String> details) {
    StringBuilder text = new StringBuilder();
    text.append("\n### ").append(Markdown.text(stack.stack())).append("\n\n");
    if (!stack.problem().isEmpty()) {
      List<String> problem = stack.problem().lines().toList();
      String fence = Markdown.fence(problem);
      text.append(fence)
          .append("\n")
          .append(cut(stack.problem()))
          .append("\n")
          .append(fence)
          .append("\n\n");
    } else if (risks.isEmpty() && policies.isEmpty() && details.isEmpty()) {
      return text.append("Nothing differs.\n").toString();
    }
    risks.forEach(line -> text.append(line).append('\n'));
    policies.forEach(line -> text.append(line).append('\n'));
    if (!details.isEmpty()) {
      String fence = Markdown.fence(details);
      text.append("\n<details><summary>")
          .append(change(stack).map(ReviewedChange::counts).orElse(""))
          .append("</summary>\n\n")
          .append(fence)
          .append("diff\n");
      details.forEach(line -> text.append(line).append('\n'));
      text.append(fence).append("\n\n</details>\n");
    }
    return text.toString();
  }

  /** Problems of a stack file are told by the terminal in full. */
  private static String cut(String problem) {
    return problem.length() <= LONGEST_PROBLEM
        ? problem
        : problem.substring(0, LONGEST_PROBLEM) + "…";
  }

  private static Optional<ReviewedChange> change(StackReview stack) {
    return stack.review().flatMap(Review::change);
  }
}
