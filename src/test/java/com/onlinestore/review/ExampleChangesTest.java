package com.onlinestore.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.plan.PlanFiles;
import com.onlinestore.review.report.Colours;
import com.onlinestore.review.report.Review;
import com.onlinestore.review.report.ReviewComment;
import com.onlinestore.review.report.ReviewJson;
import com.onlinestore.review.report.ReviewText;
import com.onlinestore.review.report.StackReview;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is said of each example change is exactly what is written down beside it. After a change of
 * words: {@code mvn verify -DskipITs -Dgolden.update=true}, and read what git shows.
 */
class ExampleChangesTest {

  static List<String> examples() {
    return Examples.names();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void isShownAsItIsWrittenDown(String example) throws IOException {
    Review review = Examples.review(example);

    compare(example, "terminal.txt", ReviewText.of(review, review.change().get(), Colours.OFF));
    compare(example, "comment.md", ReviewComment.of("main", List.of(StackReview.of(review))));
    compare(example, "review.json", PlanFiles.text(ReviewJson.of(review)));
  }

  @Test
  void thereAreEnoughOfThem() {
    assertThat(Examples.names()).hasSizeGreaterThanOrEqualTo(15);
  }

  private static void compare(String example, String name, String text) throws IOException {
    Path file = Examples.FOLDER.resolve(example).resolve(name);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(file, text);
    }
    assertThat(file).exists();
    assertThat(text).isEqualTo(Files.readString(file));
  }
}
