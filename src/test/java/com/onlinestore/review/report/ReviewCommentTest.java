package com.onlinestore.review.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.PlannedStack;
import com.onlinestore.plan.Plan;
import com.onlinestore.review.Examples;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReviewCommentTest {

  private static final Plan NOTHING = Plan.empty("online-store", "dev");

  @Test
  void isOneCommentOverAllStacks() {
    String comment =
        comment(
            ReviewComment.LIMIT,
            Examples.review("changed-image"),
            Examples.review("widened-range"));

    assertThat(comment)
        .startsWith("<!-- online-store-plan -->\n## Plan against main\n")
        .contains(
            """
            | dev | 1 changed | availability 1 | none new |
            | dev | 1 changed | exposure 1 | none new |
            """);
    assertThat(comment.lines().filter(ReviewComment.MARKER::equals)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1_500, 2_000, 3_000, 5_000, 10_000, 64_000})
  void isNeverLongerThanItMayBeAndSaysHowMuchIsMissing(int limit) {
    Review all = Examples.review(NOTHING, PlannedStack.shipped("prod"));

    String comment = comment(limit, all, Examples.review("weaker-pods"));

    assertThat(comment.length()).isLessThanOrEqualTo(limit);
    assertThat(comment).contains("### prod\n").contains("### dev\n");
    if (limit < 5_000) {
      assertThat(comment).containsPattern("… and \\d+ more, in the plan's page");
    }
  }

  @Test
  void cutsDetailsBeforeRisks() {
    Review large = Examples.review(NOTHING, PlannedStack.shipped("prod"));
    String whole = comment(ReviewComment.LIMIT, large);
    int details = whole.indexOf("<details>");

    String cut = comment(details + 1_000, large);

    assertThat(cut).startsWith(whole.substring(0, details));
    assertThat(cut).endsWith("more, in the plan's page\n```\n\n</details>\n");
  }

  @Test
  void whatAStackFileHoldsIsNoMarkup() {
    assertThat(comment(ReviewComment.LIMIT, Examples.review("names-that-are-markup")))
        .doesNotContain("<b>")
        .doesNotContain("<script>")
        .contains("\\*\\<b\\>@\u200bhere");
  }

  @Test
  void aStackFileWithProblemsIsToldWithThem() {
    assertThat(
            ReviewComment.of(
                "0123456789012345678901234567890123456789",
                List.of(
                    new StackReview("dev", Optional.empty(), "Pulumi.dev.yaml: ``` is wrong."))))
        .isEqualTo(
            """
            <!-- online-store-plan -->
            ## Plan against 012345678901

            | stack | difference | risks | policy findings |
            |---|---|---|---|
            | dev | not compared | | |

            ### dev

            ```
            Pulumi.dev.yaml: ``` is wrong.
            ```

            """);
  }

  private static String comment(int limit, Review... reviews) {
    return ReviewComment.of("main", Stream.of(reviews).map(StackReview::of).toList(), limit);
  }
}
