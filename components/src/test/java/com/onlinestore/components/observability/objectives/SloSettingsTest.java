package com.onlinestore.components.observability.objectives;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.TimeSpan;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class SloSettingsTest {

  private static final TimeSpan TIMEOUT = TimeSpan.of("15s");

  @Test
  void areReadFromAStackFile() {
    SloSettings read =
        read(
            "{availability: 99.95, latency: {threshold: 300ms, target: 99}, runbook:"
                + " 'https://a.example.com'}");

    assertThat(read)
        .isEqualTo(
            new SloSettings(
                new BigDecimal("99.95"),
                new LatencySettings(TimeSpan.of("300ms"), new BigDecimal("99")),
                "https://a.example.com"));
    assertThat(read.inWords()).isEqualTo("99.95 % good, 99 % in 300ms");
    assertThat(read.problems(true, TIMEOUT)).isEmpty();
  }

  @Test
  void refuseAPromiseWithoutABudgetAndOneThatIsNone() {
    assertThat(Yaml.refusal(SloSettings.class, "availability: 100"))
        .isEqualTo("availability (100) must be from 90 to 99.999.");
    assertThat(Yaml.refusal(LatencySettings.class, "{threshold: 300ms, target: 89.9}"))
        .isEqualTo("target (89.9) must be from 90 to 99.999.");
  }

  @Test
  void tellWhatPromisesNothing() {
    assertThat(read("{}").problems(false, TIMEOUT))
        .containsExactly(
            new Problem("", "promises nothing: name availability or latency, or remove it."),
            new Problem(
                "",
                "has no effect: the service speaks tcp alone, which has no requests to count;"
                    + " remove it."));
  }

  @Test
  void tellOfAThresholdThatNoCallerWaitsFor() {
    assertThat(read("latency: {threshold: 15s, target: 99}").problems(true, TIMEOUT))
        .containsExactly(
            new Problem(
                "latency.threshold",
                "15s must be less than traffic.timeout (15s): callers wait no longer than that."));
    assertThat(read("latency: {threshold: 11m, target: 99}").problems(true, TimeSpan.of("1h")))
        .containsExactly(new Problem("latency.threshold", "660s must not be longer than 600s."));
  }

  private static SloSettings read(String yaml) {
    return Yaml.read(SloSettings.class, yaml);
  }
}
