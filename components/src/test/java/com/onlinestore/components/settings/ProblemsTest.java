package com.onlinestore.components.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemsTest {

  @ParameterizedTest
  @CsvSource({
    "min,  autoscaling, autoscaling.min",
    "'',   autoscaling, autoscaling",
    "[1],  calls,       calls[1]",
    "min,  '',          min",
    "'',   '',          ''"
  })
  void putTheWayToAPartBeforeItsPath(String path, String parent, String whole) {
    assertThat(new Problem(path, "is wrong.").under(parent))
        .isEqualTo(new Problem(whole, "is wrong."));
  }

  @Test
  void readAsPathAndMessage() {
    assertThat(new Problem("services.cart", "is wrong.")).hasToString("services.cart: is wrong.");
    assertThat(new Problem("", "All is wrong.")).hasToString("All is wrong.");
  }

  @Test
  void needAPathAndAMessage() {
    assertThatThrownBy(() -> new Problem(null, "is wrong.")).hasMessage("path");
    assertThatThrownBy(() -> new Problem("min", null)).hasMessage("message");
  }

  @Test
  void keepTheOrderInWhichTheyWereFound() {
    Problems problems =
        new Problems()
            .addIf(true, "min", "%d is more than %d.", 5, 3)
            .addIf(false, "max", "is never added.")
            .addAll("calls", List.of(new Problem("[0]", "a"), new Problem("[1]", "b")));

    assertThat(problems.list())
        .containsExactly(
            new Problem("min", "5 is more than 3."),
            new Problem("calls[0]", "a"),
            new Problem("calls[1]", "b"));
  }

  @Test
  void areAllToldAtOnce() {
    assertThatThrownBy(
            () ->
                Problems.refuse(
                    "orders: the settings have problems",
                    List.of(new Problem("min", "is wrong."), new Problem("", "So is all."))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "orders: the settings have problems%n  min: is wrong.%n  So is all.".formatted());
  }

  @Test
  void refuseNothingWhereThereAreNone() {
    assertThatCode(() -> Problems.refuse("orders", List.of())).doesNotThrowAnyException();
  }
}
