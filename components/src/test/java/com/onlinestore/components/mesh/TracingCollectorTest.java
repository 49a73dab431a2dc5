package com.onlinestore.components.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TracingCollectorTest {

  @Test
  void listensOnTheRegisteredPortByDefault() {
    assertThat(Yaml.read(TracingCollector.class, "{namespace: tracing, service: otel}"))
        .isEqualTo(new TracingCollector("tracing", "otel", 4317));
  }

  @Test
  void isReadFromAStackFile() {
    assertThat(Yaml.read(TracingCollector.class, "{namespace: a, service: b, port: 14317}"))
        .isEqualTo(new TracingCollector("a", "b", 14317));
  }

  @Test
  void hasTheNameOfItsServiceInTheCluster() {
    assertThat(new TracingCollector("tracing", "otel", null).host())
        .isEqualTo("otel.tracing.svc.cluster.local");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {namespace: A, service: b} | namespace ("A") must match ^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$.
          {namespace: a, service: 1} | service ("1") must match ^[a-z]([a-z0-9-]{0,40}[a-z0-9])?$.
          {namespace: a, service: b, port: 0} | port (0) must be from 1 to 65535.
          {namespace: a, service: b, port: 65536} | port (65536) must be from 1 to 65535.
          """)
  void refusesWhatNoServiceCanHave(String yaml, String message) {
    assertThat(Yaml.refusal(TracingCollector.class, yaml)).isEqualTo(message);
  }
}
