package com.onlinestore.review.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineDifferenceTest {

  @Test
  void showsWhatDiffersAndALittleAroundIt() {
    String before = "a\nb\nc\nd\ne\nf\ng\nh";
    String after = "a\nb\nc\nd\nE\nf\ng\nh";

    assertThat(LineDifference.of(before, after))
        .containsExactly(
            "@2 lines are the same", " c", " d", "-e", "+E", " f", " g", "@1 line is the same");
  }

  @Test
  void aTextThatWasNotThereIsAllNew() {
    assertThat(LineDifference.of("", "a\nb")).containsExactly("+a", "+b");
    assertThat(LineDifference.of("a\nb", "")).containsExactly("-a", "-b");
  }

  @Test
  void linesInCommonStayBetweenOthers() {
    assertThat(LineDifference.of("a\nx\nb", "c\nx\nd"))
        .containsExactly("-a", "+c", " x", "-b", "+d");
  }

  @Test
  void bothTextsCanBeReadFromIt() {
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      String before = text(random);
      String after = text(random);
      List<String> lines = LineDifference.of(before, after);
      if (lines.stream().noneMatch(line -> line.startsWith("@"))) {
        assertThat(without("+", lines)).isEqualTo(before);
        assertThat(without("-", lines)).isEqualTo(after);
      }
    }
  }

  @Test
  void veryLongTextsAreNotHeldAgainstEachOtherLineByLine() {
    String before =
        IntStream.range(0, 5000).mapToObj(i -> "a" + i).collect(Collectors.joining("\n"));
    String after =
        IntStream.range(0, 5000).mapToObj(i -> "b" + i).collect(Collectors.joining("\n"));

    assertThat(LineDifference.of(before, after)).hasSize(10_000);
  }

  private static String without(String sign, List<String> lines) {
    return lines.stream()
        .filter(line -> !line.startsWith(sign))
        .map(line -> line.substring(1))
        .collect(Collectors.joining("\n"));
  }

  private static String text(Random random) {
    return IntStream.range(0, random.nextInt(8))
        .mapToObj(i -> String.valueOf((char) ('a' + random.nextInt(4))))
        .collect(Collectors.joining("\n"));
  }
}
