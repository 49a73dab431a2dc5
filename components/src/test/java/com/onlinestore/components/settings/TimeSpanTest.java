package com.onlinestore.components.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.onlinestore.components.Yaml;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeSpanTest {

  @ParameterizedTest
  @CsvSource({
    "500ms, PT0.5S,  500ms",
    "1000ms, PT1S,   1s",
    "15s,   PT15S,   15s",
    "5m,    PT5M,    300s",
    "1h,    PT1H,    3600s",
    "15d,   PT360H,  1296000s"
  })
  void isReadAsWrittenAndWrittenInSecondsOrMilliseconds(
      String text, Duration duration, String written) {
    TimeSpan span = TimeSpan.of(text);

    assertThat(span.duration()).isEqualTo(duration);
    assertThat(span).hasToString(written);
    assertThat(TimeSpan.of(written)).isEqualTo(span);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "15", "0s", "-1s", "1.5s", "15 s", "15S", "1w", "1h30m", "s"})
  void refusesEverythingElse(String text) {
    assertThatThrownBy(() -> TimeSpan.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"%s\" must be a whole number and ms, s, m, h or d, such as 15s.", text);
  }

  @Test
  void refusesNothingAndLess() {
    assertThatThrownBy(() -> new TimeSpan(null)).hasMessage("time span is required.");
    assertThatThrownBy(() -> TimeSpan.seconds(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A time span must be at least 1ms.");
    assertThatThrownBy(() -> TimeSpan.seconds(-1)).hasMessage("A time span must be at least 1ms.");
  }

  /** Istio would read {@code 0s} as no timeout at all. */
  @Test
  void isNeverWrittenAsNothing() {
    assertThatThrownBy(() -> new TimeSpan(Duration.ofNanos(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"1ms, 1", "999ms, 1", "1s, 1", "1001ms, 2", "2m, 120"})
  void countsWholeSecondsRoundedUp(String text, long seconds) {
    assertThat(TimeSpan.of(text).wholeSeconds()).isEqualTo(seconds);
  }

  @Test
  void comparesByLengthNotByText() {
    assertThat(TimeSpan.of("90s")).isGreaterThan(TimeSpan.of("1m"));
    assertThat(TimeSpan.of("60s"))
        .isEqualByComparingTo(TimeSpan.of("1m"))
        .isEqualTo(TimeSpan.of("1m"));
  }

  @Test
  void standsAsPlainTextInAStackFile() {
    assertThat(Yaml.read(TimeSpan.class, "2m")).isEqualTo(TimeSpan.seconds(120));
    Yaml.assertYaml(Map.of("timeout", TimeSpan.of("2m")), "/timeout", "120s");
  }
}
