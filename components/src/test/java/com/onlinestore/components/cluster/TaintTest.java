package com.onlinestore.components.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import com.onlinestore.components.cluster.Taint.Effect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaintTest {

  @Test
  void needsNothingButAKey() {
    assertThat(Yaml.read(Taint.class, "key: example.com/gpu"))
        .isEqualTo(new Taint("example.com/gpu", "true", Effect.NO_SCHEDULE));
  }

  @ParameterizedTest
  @CsvSource({
    "NoSchedule,NO_SCHEDULE",
    "PreferNoSchedule,PREFER_NO_SCHEDULE",
    "NoExecute,NO_EXECUTE"
  })
  void isReadFromAStackFile(String effect, Effect expected) {
    assertThat(Yaml.read(Taint.class, "{key: team, value: search, effect: %s}".formatted(effect)))
        .isEqualTo(new Taint("team", "search", expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-a", "a b", "Example.com/gpu", "a/b/c", "a/"})
  void refusesAKeyThatIsNoQualifiedName(String key) {
    assertThat(Yaml.refusal(Taint.class, "key: \"%s\"".formatted(key)))
        .isEqualTo("key (\"%s\") must match %s.".formatted(key, Taint.KEY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "-a", "a/b"})
  void refusesAValueThatIsNone(String value) {
    assertThat(Yaml.refusal(Taint.class, "{key: a, value: \"%s\"}".formatted(value)))
        .isEqualTo("value (\"%s\") must match %s.".formatted(value, Taint.VALUE));
  }
}
