package com.onlinestore.review.report;

import com.onlinestore.policy.Finding;
import com.onlinestore.review.difference.Change;
import com.onlinestore.review.risk.Category;
import com.onlinestore.review.risk.Risk;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

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

  private static final String MORE = "… and %d more, in the plan's page";

  private final List<Review> reviews;
  private int left;

  private ReviewComment(List<Review> reviews, int limit) {
    this.reviews = reviews;
    this.left = limit;
  }

  /** The comment over these stacks, each with a change. */
  public static String of(List<Review> reviews) {
    return of(reviews, LIMIT);
  }

  static String of(List<Review> reviews, int limit) {
    return new ReviewComment(reviews, limit).text();
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
    String base =
        reviews.stream()
            .map(review -> change(review).base())
            .distinct()
            .map(Markdown::text)
            .collect(Collectors.joining(", "));
    StringBuilder head = new StringBuilder(MARKER + "\n## Plan against " + base + "\n\n");
    head.append("| stack | difference | risks | new policy findings |\n|---|---|---|---|\n");
    for (Review review : reviews) {
      head.append(
          "| %s | %s | %s | %s |%n"
              .formatted(
                  Markdown.text(review.plan().stack()),
                  change(review).counts(),
                  categories(change(review).risks()),
                  count(change(review).fresh()))
              .replace(System.lineSeparator(), "\n"));
    }
    return head.toString();
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

  private static String count(List<Finding> findings) {
    long stopping = findings.stream().filter(Finding::stops).count();
    if (findings.isEmpty()) {
      return "none";
    }
    return stopping == 0
        ? String.valueOf(findings.size())
        : "%d, **%d mandatory**".formatted(findings.size(), stopping);
  }

  private static List<String> risks(Review review) {
    List<String> lines = new ArrayList<>();
    review
        .mistakes()
        .forEach(mistake -> lines.add("- **Mistake in the mesh** " + Markdown.text(mistake)));
    change(review)
        .risks()
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

  private static List<String> policies(Review review) {
    return change(review).fresh().stream().map(ReviewComment::line).toList();
  }

  private static String line(Finding finding) {
    String waived =
        finding.isWaived()
            ? " Waived until %s by %s: %s"
                .formatted(
                    finding.waiver().until(), finding.waiver().owner(), finding.waiver().reason())
            : "";
    return "- **Policy, %s** %s"
        .formatted(
            finding.severity().name().toLowerCase(Locale.ROOT),
            Markdown.text(finding + " " + finding.fix() + waived));
  }

  private static List<String> details(Review review) {
    List<String> lines = new ArrayList<>();
    for (Change change : change(review).difference().changes()) {
      lines.add(ChangeLines.head(change));
      lines.addAll(ChangeLines.details(change));
    }
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

  private static String frame(Review review) {
    List<String> longest = details(review);
    return section(review, List.of("-"), List.of("-"), List.of(Markdown.fence(longest)));
  }

  private static String section(
      Review review, List<String> risks, List<String> policies, List<String> details) {
    StringBuilder text = new StringBuilder();
    text.append("\n### ").append(Markdown.text(review.plan().stack())).append("\n\n");
    if (risks.isEmpty() && policies.isEmpty() && details.isEmpty()) {
      return text.append("Nothing differs.\n").toString();
    }
    risks.forEach(line -> text.append(line).append('\n'));
    policies.forEach(line -> text.append(line).append('\n'));
    if (!details.isEmpty()) {
      String fence = Markdown.fence(details);
      text.append("\n<details><summary>")
          .append(change(review).counts())
          .append("</summary>\n\n")
          .append(fence)
          .append("diff\n");
      details.forEach(line -> text.append(line).append('\n'));
      text.append(fence).append("\n\n</details>\n");
    }
    return text.toString();
  }

  private static ReviewedChange change(Review review) {
    return review.change().orElseThrow();
  }
}
