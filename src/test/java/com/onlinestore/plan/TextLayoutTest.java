package com.onlinestore.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextLayoutTest {

  @Test
  void putsAsMuchOnALineAsFits() {
    String item = "x".repeat(23);

    assertThat(TextLayout.wrap("> ", "  ", Collections.nCopies(5, item)))
        .containsExactly("> %1$s, %1$s, %1$s,".formatted(item), "  %1$s, %1$s".formatted(item));
  }

  @Test
  void neverBreaksAnItem() {
    String item = "x".repeat(200);

    assertThat(TextLayout.wrap("> ", "  ", List.of(item, "y")))
        .containsExactly("> " + item + ",", "  y");
  }

  @Test
  void hasNoLinesForNoItems() {
    assertThat(TextLayout.wrap("> ", List.of())).isEmpty();
  }
}
