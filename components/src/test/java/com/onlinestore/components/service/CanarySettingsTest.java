package com.onlinestore.components.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.TimeSpan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanarySettingsTest {

  @Test
  void byDefaultThreeStepsOfTwoMinutes() {
    assertThat(Yaml.read(CanarySettings.class, "{}"))
        .isEqualTo(
            new CanarySettings(
                List.of(5, 20, 50),
                TimeSpan.of("2m"),
                99.0,
                new LatencySettings(99.0, TimeSpan.of("500ms"))));
    assertThat(problems("canary: {}")).isEmpty();
  }

  @Test
  void areReadFromAStackFile() {
    assertThat(
            Yaml.read(
                CanarySettings.class,
                """
                steps: [10, 40]
                interval: 10m
                successRate: 99.5
                latency: {quantile: 95, max: 250ms}
                """))
        .isEqualTo(
            new CanarySettings(
                List.of(10, 40),
                TimeSpan.of("10m"),
                99.5,
                new LatencySettings(95.0, TimeSpan.of("250ms"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "steps: [0]              | steps (0) must be from 1 to 99.",
        "steps: [5, 100]         | steps (100) must be from 1 to 99.",
        "successRate: 0.5        | successRate (0.5) must be from 1 to 100.",
        "successRate: 100.1      | successRate (100.1) must be from 1 to 100.",
        "latency: {quantile: 100}| quantile (100.0) must be from 1 to 99.99.",
      })
  void refusesPercentsOutOfRange(String yaml, String message) {
    assertThat(Yaml.refusal(CanarySettings.class, yaml)).isEqualTo(message);
  }

  @Test
  void stepsGoUp() {
    assertThat(problems("canary: {steps: [5, 50, 20, 20]}"))
        .containsExactly(
            new Problem("canary.steps[2]", "20 must be greater than the step before it (50)."),
            new Problem("canary.steps[3]", "20 must be greater than the step before it (20)."));
    assertThat(problems("canary: {steps: []}"))
        .containsExactly(
            new Problem(
                "canary.steps",
                "needs at least one step; to change all pods at once, remove canary."));
  }

  @Test
  void aStepIsLongEnoughToBeJudged() {
    assertThat(problems("canary: {interval: 1m}")).isEmpty();
    assertThat(problems("canary: {interval: 1d}")).isEmpty();
    assertThat(problems("canary: {interval: 59s}"))
        .containsExactly(new Problem("canary.interval", "59s must be from 1m to 1d."));
  }

  @Test
  void aLatencyThatNobodyWaitsForJudgesNothing() {
    assertThat(problems("{traffic: {timeout: 5s}, canary: {latency: {max: 5s}}}"))
        .containsExactly(
            new Problem(
                "canary.latency.max",
                "5s is never exceeded, because callers wait 5s only (traffic.timeout); shorten"
                    + " it."));
  }

  @Test
  void whatDecidesAboutRequestsAlreadyContradictsIt() {
    assertThat(problems("{canary: {}, versions: {v1: {weight: 90}, v2: {weight: 10}}}"))
        .containsExactly(
            new Problem(
                "canary",
                "needs one version, and versions (v1, v2) has several; remove one of the two."));
    assertThat(
            problems("{canary: {}, faults: {rules: [{header: x-fault, value: slow, delay: 2s}]}}"))
        .containsExactly(
            new Problem(
                "canary",
                "needs routes of its own, because Argo Rollouts sets wrong weights where others"
                    + " stand before them, and faults has rules; remove one of the two."));
  }

  @Test
  void withoutRequestsOrPodsThereIsNothingToJudge() {
    assertThat(problems("{canary: {}, protocol: tcp}"))
        .containsExactly(
            new Problem(
                "canary", "needs requests to judge by, and this service speaks tcp; remove it."));
    assertThat(problems("{canary: {}, protocol: tcp, ports: {admin: {port: 9090}}}")).isEmpty();
    assertThat(problems("{canary: {}, replicas: 0}"))
        .containsExactly(
            new Problem("canary", "needs pods, and replicas is 0; remove one of the two."));
  }

  /** Their names are joined, so two pairs could give one. */
  @Test
  void aServiceMayNotHaveTheNameOfAnothersRule() {
    assertThat(
            new ServiceGraph(
                    Map.of("shop", read("canary: {}"), "shop--canary", Stores.service().build()))
                .problems())
        .containsExactly(
            new Problem(
                "shop",
                "would have a DestinationRule \"shop--canary\", as service \"shop--canary\" has;"
                    + " rename one of them."));
  }

  private static List<Problem> problems(String yaml) {
    return read(yaml).problems();
  }

  private static ServiceSettings read(String yaml) {
    String flat = yaml.startsWith("{") ? yaml.substring(1, yaml.length() - 1) : yaml;
    return Yaml.read(ServiceSettings.class, "{image: 'acme/shop:1', " + flat + "}");
  }
}
