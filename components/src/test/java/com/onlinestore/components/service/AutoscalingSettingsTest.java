package com.onlinestore.components.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import com.onlinestore.components.settings.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutoscalingSettingsTest {

  @Test
  void defaultsToTwoToSixPodsAtSeventyPercentCpu() {
    assertThat(Yaml.read(AutoscalingSettings.class, "{}"))
        .isEqualTo(AutoscalingSettings.defaults())
        .isEqualTo(new AutoscalingSettings(2, 6, 70, null));
  }

  @Test
  void isReadFromAStackFile() {
    assertThat(Yaml.read(AutoscalingSettings.class, "{min: 3, max: 9, cpu: 150, memory: 80}"))
        .isEqualTo(new AutoscalingSettings(3, 9, 150, 80));
  }

  @Test
  void theDefaultMaximumFollowsALargeMinimum() {
    assertThat(new AutoscalingSettings(10, null, null, null).max()).isEqualTo(10);
    assertThat(new AutoscalingSettings(5, null, null, null).max()).isEqualTo(6);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          min: 0     | min (0) must be from 1 to 1000.
          min: 1001  | min (1001) must be from 1 to 1000.
          max: 0     | max (0) must be from 1 to 1000.
          max: 1001  | max (1001) must be from 1 to 1000.
          cpu: 0     | cpu (0) must be from 1 to 500.
          cpu: 501   | cpu (501) must be from 1 to 500.
          memory: 0  | memory (0) must be from 1 to 500.
          """)
  void refusesNumbersOutOfRange(String yaml, String message) {
    assertThat(Yaml.refusal(AutoscalingSettings.class, yaml)).isEqualTo(message);
  }

  @Test
  void aRangeUpsideDownIsAProblem() {
    assertThat(new AutoscalingSettings(5, 3, null, null).problems())
        .containsExactly(new Problem("", "min (5) must not be greater than max (3)."));
    assertThat(new AutoscalingSettings(3, 3, null, null).problems()).isEmpty();
  }
}
