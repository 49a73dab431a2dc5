package com.onlinestore.components.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultSettingsTest {

  @Test
  void aFaultHitsAllRequestsWithItsHeaderUnlessToldOtherwise() {
    assertThat(Yaml.read(Fault.class, "{header: x-fault, value: slow, delay: 3s}").percent())
        .isEqualTo(100);
    assertThat(Yaml.read(FaultSettings.class, "{}")).isEqualTo(FaultSettings.NONE);
  }

  @Test
  void aFaultThatDoesNothingIsAProblem() {
    assertThat(Yaml.read(FaultSettings.class, "rules: [{header: x-fault, value: slow}]").problems())
        .extracting(Object::toString)
        .containsExactly(
            "rules[0]: does nothing; say a delay (such as 3s), a status (such as 503), or both.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {header: X-Fault, value: a} | header ("X-Fault") must match ^[a-z][a-z0-9-]{0,99}$.
          {header: x, value: "a b"}   | value ("a b") must match ^[A-Za-z0-9_.:/+=-]{1,200}$.
          {header: x, value: a, percent: 0} | percent (0) must be from 1 to 100.
          {header: x, value: a, status: 200} | status (200) must be from 400 to 599.
          """)
  void refusesWhatNoRequestCanHave(String yaml, String message) {
    assertThat(Yaml.refusal(Fault.class, yaml)).isEqualTo(message);
  }
}
