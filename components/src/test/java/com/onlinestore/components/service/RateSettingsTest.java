package com.onlinestore.components.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import com.onlinestore.components.mesh.envoy.TokenBucket;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.TimeSpan;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateSettingsTest {

  @Test
  void isPerSecondAndWithoutABurstByDefault() {
    assertThat(Yaml.read(RateSettings.class, "requests: 100"))
        .isEqualTo(new RateSettings(100, TimeSpan.of("1s"), 100))
        .hasToString("100 per 1s");
  }

  @Test
  void isReadFromAStackFile() {
    RateSettings read = Yaml.read(RateSettings.class, "{requests: 30, per: 1m, burst: 60}");

    assertThat(read).isEqualTo(new RateSettings(30, TimeSpan.of("60s"), 60));
    assertThat(read.bucket()).isEqualTo(new TokenBucket(60, 30, "60s"));
    assertThat(read.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          per: 1s                      | Missing required creator property 'requests' (index 0)
          requests: 0                  | requests (0) must be from 1 to 1000000.
          {requests: 1, burst: 0}      | burst (0) must be from 1 to 1000000.
          requests: 1000001            | requests (1000001) must be from 1 to 1000000.
          """)
  void refusesNumbersOutOfRange(String yaml, String message) {
    assertThat(Yaml.refusal(RateSettings.class, yaml)).isEqualTo(message);
  }

  @Test
  void aBurstBelowTheRateAndTimesThatAProxyCannotKeepAreProblems() {
    assertThat(new RateSettings(100, TimeSpan.of("10ms"), 50).problems())
        .containsExactly(
            new Problem(
                "burst", "50 must not be less than requests (100), which may come at once."),
            new Problem("per", "10ms must be from 50ms to 1d."));
    assertThat(new RateSettings(1, TimeSpan.of("2d"), null).problems())
        .containsExactly(new Problem("per", "172800s must be from 50ms to 1d."));
  }

  @ParameterizedTest
  @CsvSource({
    "100, 1s, 1",
    "1, 1s, 1",
    "1, 1500ms, 2",
    "30, 1m, 2",
    "7, 1m, 9",
    "1, 1m, 60",
    "1, 1h, 3600",
    "1000000, 50ms, 1"
  })
  void tellsWhenTheNextRequestMayCome(int requests, String per, long seconds) {
    assertThat(new RateSettings(requests, TimeSpan.of(per), null).retryAfter()).isEqualTo(seconds);
  }

  /** So long, and a second shorter is too short. */
  @Property
  void afterThatTimeATokenIsBackAndASecondBeforeItIsNot(
      @ForAll @IntRange(min = 1, max = 1_000_000) int requests,
      @ForAll @IntRange(min = 50, max = 86_400_000) int millis) {
    long seconds = new RateSettings(requests, TimeSpan.of(millis + "ms"), null).retryAfter();

    assertThat(seconds * 1000L * requests).isGreaterThanOrEqualTo(millis);
    assertThat((seconds - 1) * 1000L * requests).isLessThan(millis);
  }

  @ParameterizedTest
  @CsvSource({
    "10, 1s, 10,  20, 1s, 20, false",
    "20, 1s, 20,  20, 1s, 20, true",
    "30, 1s, 30,  20, 1s, 20, true",
    "30, 1s, 30,  20, 1s, 99, false",
    "60, 1m, 60,  20, 1s, 20, false",
    "1200, 1m, 1200,  20, 1s, 20, true",
    "1000000, 50ms, 1000000, 1000000, 1d, 1000000, true"
  })
  void isNeverReachedWithinOneThatIsReachedFirst(
      int requests, String per, int burst, int others, String every, int atOnce, boolean never) {
    assertThat(
            new RateSettings(requests, TimeSpan.of(per), burst)
                .isNeverReachedWithin(new RateSettings(others, TimeSpan.of(every), atOnce)))
        .isEqualTo(never);
  }
}
