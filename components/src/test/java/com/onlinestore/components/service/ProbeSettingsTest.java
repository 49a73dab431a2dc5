package com.onlinestore.components.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProbeSettingsTest {

  @Test
  void defaultToThePathsMostFrameworksUse() {
    assertThat(Yaml.read(ProbeSettings.class, "{}"))
        .isEqualTo(ProbeSettings.defaults())
        .isEqualTo(new ProbeSettings("/readyz", "/healthz", null, 120));
  }

  @Test
  void areReadFromAStackFile() {
    assertThat(Yaml.read(ProbeSettings.class, "{readiness: /r, liveness: /l, startupSeconds: 600}"))
        .isEqualTo(new ProbeSettings("/r", "/l", null, 600));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          readiness: ready     | readiness ("ready") must match ^/([^\\s?#]*[^\\s?#/])?$.
          liveness: /a/        | liveness ("/a/") must match ^/([^\\s?#]*[^\\s?#/])?$.
          startupSeconds: 4    | startupSeconds (4) must be from 5 to 3600.
          startupSeconds: 3601 | startupSeconds (3601) must be from 5 to 3600.
          """)
  void refuseWhatCannotBeAsked(String yaml, String message) {
    assertThat(Yaml.refusal(ProbeSettings.class, yaml)).isEqualTo(message);
  }
}
