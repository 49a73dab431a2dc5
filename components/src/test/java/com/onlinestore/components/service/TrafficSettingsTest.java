package com.onlinestore.components.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.TimeSpan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrafficSettingsTest {

  @Test
  void defaultsFitTheirRetriesIntoTheirTimeout() {
    assertThat(Yaml.read(TrafficSettings.class, "{}"))
        .isEqualTo(TrafficSettings.defaults())
        .isEqualTo(
            new TrafficSettings(
                TimeSpan.of("15s"),
                new RetrySettings(2, TimeSpan.of("5s"), 20),
                100,
                100,
                100,
                new EjectionSettings(5, TimeSpan.of("5s"), TimeSpan.of("30s"), 50),
                Locality.FAILOVER));
    assertThat(TrafficSettings.defaults().problems()).isEmpty();
  }

  @Test
  void areReadFromAStackFile() {
    assertThat(
            Yaml.read(
                TrafficSettings.class,
                """
                timeout: 1m
                retries: {attempts: 1, perTryTimeout: 500ms, budget: 30}
                maxConnections: 1
                maxPendingRequests: 2
                maxRequests: 100000
                ejection: {consecutiveErrors: 1, interval: 1s, time: 2s, maxPercent: 100}
                locality: spread
                """))
        .isEqualTo(
            new TrafficSettings(
                TimeSpan.of("60s"),
                new RetrySettings(1, TimeSpan.of("500ms"), 30),
                1,
                2,
                100000,
                new EjectionSettings(1, TimeSpan.of("1s"), TimeSpan.of("2s"), 100),
                Locality.SPREAD));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          maxConnections: 0           | maxConnections (0) must be from 1 to 100000.
          maxPendingRequests: 0       | maxPendingRequests (0) must be from 1 to 100000.
          maxRequests: 100001         | maxRequests (100001) must be from 1 to 100000.
          retries: {attempts: -1}     | attempts (-1) must be from 0 to 10.
          retries: {budget: 0}        | budget (0) must be from 1 to 100.
          retries: {attempts: 11}     | attempts (11) must be from 0 to 10.
          ejection: {consecutiveErrors: 0} | consecutiveErrors (0) must be from 1 to 1000.
          ejection: {maxPercent: 0}   | maxPercent (0) must be from 1 to 100.
          ejection: {maxPercent: 101} | maxPercent (101) must be from 1 to 100.
          """)
  void refuseNumbersOutOfRange(String yaml, String message) {
    assertThat(Yaml.refusal(TrafficSettings.class, yaml)).isEqualTo(message);
  }

  @Test
  void retriesThatCannotFinishInTimeAreAProblem() {
    assertThat(
            Yaml.read(
                    TrafficSettings.class,
                    "{timeout: 11999ms, retries: {attempts: 2, perTryTimeout: 4s}}")
                .problems())
        .containsExactly(
            new Problem(
                "retries", "3 tries of 4s take up to 12s and must fit into timeout (11999ms)."));
    assertThat(
            Yaml.read(TrafficSettings.class, "{timeout: 12s, retries: {perTryTimeout: 4s}}")
                .problems())
        .isEmpty();
  }

  @Test
  void triesShareAShortTimeoutWhereNothingElseIsSaid() {
    TrafficSettings traffic = Yaml.read(TrafficSettings.class, "timeout: 1s");

    assertThat(traffic.retries().perTryTimeout()).isEqualTo(TimeSpan.of("333ms"));
    assertThat(traffic.problems()).isEmpty();
  }

  @Test
  void withoutRetriesATimeoutMayBeShorterThanATry() {
    assertThat(Yaml.read(TrafficSettings.class, "{timeout: 1s, retries: {attempts: 0}}").problems())
        .isEmpty();
  }
}
