package com.onlinestore.components.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretReferenceTest {

  @Test
  void isReadFromAStackFile() {
    assertThat(Yaml.read(SecretReference.class, "{secret: orders-db.v2, key: DB_url.txt}"))
        .isEqualTo(new SecretReference("orders-db.v2", "DB_url.txt"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {key: url}            | Missing required creator property 'secret' (index 0)
          {secret: DB, key: a}  | secret ("DB") must match ^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$.
          {secret: db}          | Missing required creator property 'key' (index 1)
          {secret: db, key: a/b} | key ("a/b") must match ^[-._a-zA-Z0-9]{1,253}$.
          """)
  void refusesNamesNoSecretCanHave(String yaml, String message) {
    assertThat(Yaml.refusal(SecretReference.class, yaml)).isEqualTo(message);
  }
}
