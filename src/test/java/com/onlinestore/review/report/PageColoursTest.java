package com.onlinestore.review.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contrast as WCAG 2 reckons it: 4.5 for text (AA), 3 for what must be seen. */
class PageColoursTest {

  private static final Pattern SCHEME = Pattern.compile(":root \\{(.*?)}", Pattern.DOTALL);
  private static final Pattern COLOUR = Pattern.compile("--([\\w-]+): #([0-9a-f]{6})");
  private static final List<String> GROUNDS = List.of("page", "panel", "shade");

  @ParameterizedTest
  @CsvSource({
    "text",
    "soft",
    "link",
    "added",
    "removed",
    "changed",
    "replaced",
  })
  void textIsReadableOnEveryGround(String colour) throws IOException {
    for (Map<String, String> scheme : schemes()) {
      for (String ground : GROUNDS) {
        assertThat(contrast(scheme, colour, ground)).as(ground).isGreaterThanOrEqualTo(4.5);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "added, added-back",
    "removed, removed-back",
    "changed, changed-back",
    "replaced, replaced-back",
    "mark-text, mark",
  })
  void textIsReadableOnItsOwnGround(String colour, String ground) throws IOException {
    for (Map<String, String> scheme : schemes()) {
      assertThat(contrast(scheme, colour, ground)).isGreaterThanOrEqualTo(4.5);
    }
  }

  @Test
  void bothSchemesHaveTheSameColours() throws IOException {
    assertThat(schemes().get(0)).containsOnlyKeys(schemes().get(1).keySet());
  }

  /** Light, then dark. */
  private static List<Map<String, String>> schemes() throws IOException {
    try (InputStream file =
        PageColoursTest.class.getResourceAsStream("/com/onlinestore/review/page.css")) {
      String style = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return SCHEME.matcher(style).results().limit(2).map(each -> colours(each.group(1))).toList();
    }
  }

  private static Map<String, String> colours(String block) {
    Map<String, String> colours = new HashMap<>();
    Matcher colour = COLOUR.matcher(block);
    while (colour.find()) {
      colours.put(colour.group(1), colour.group(2));
    }
    return colours;
  }

  private static double contrast(Map<String, String> scheme, String one, String other) {
    double a = luminance(scheme.get(one));
    double b = luminance(scheme.get(other));
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String colour) {
    return 0.2126 * channel(colour, 0) + 0.7152 * channel(colour, 2) + 0.0722 * channel(colour, 4);
  }

  private static double channel(String colour, int at) {
    double value = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
