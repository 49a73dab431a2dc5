package com.onlinestore.components.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallTest {

  @Test
  void theShortFormAllowsAllMethods() {
    assertThat(Yaml.read(Call.class, "payments"))
        .isEqualTo(new Call("payments", null, List.of(), List.of()));
    assertThat(Yaml.read(Call.class, "service: payments")).isEqualTo(new Call("payments"));
  }

  @Test
  void theLongFormNamesPortMethodsAndPaths() {
    assertThat(
            Yaml.read(
                Call.class,
                "{service: payments, port: grpc, methods: [GET, POST], paths: [/a, /b/*, /*]}"))
        .isEqualTo(
            new Call(
                "payments",
                "grpc",
                List.of(Call.HttpMethod.GET, Call.HttpMethod.POST),
                List.of("/a", "/b/*", "/*")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Payments           | service ("Payments") must match ^[a-z]([a-z0-9-]{0,40}[a-z0-9])?$.
          {methods: [GET]}   | Missing required creator property 'service' (index 0)
          {service: a, port: A} | port ("A") must match ^(?!.*--)[a-z]([a-z0-9-]{0,13}[a-z0-9])?$.
          {service: a, paths: ["/*/b"]} | paths ("/*/b") must match ^/[^\\s?#*{}]*\\*?$.
          {service: my_shop} | service ("my_shop") must match ^[a-z]([a-z0-9-]{0,40}[a-z0-9])?$.
          """)
  void refusesANameNoServiceCanHave(String yaml, String message) {
    assertThat(Yaml.refusal(Call.class, yaml)).isEqualTo(message);
  }

  @Test
  void refusesAMethodHttpDoesNotHave() {
    assertThat(Yaml.refusal(Call.class, "{service: payments, methods: [FETCH]}"))
        .contains("\"FETCH\": not one of the values accepted");
  }
}
