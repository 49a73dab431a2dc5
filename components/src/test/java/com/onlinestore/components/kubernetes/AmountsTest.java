package com.onlinestore.components.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {

  private static final Amounts ALL =
      new Amounts(new Quantity("250m"), new Quantity("128Mi"), new Quantity("1Gi"));

  @Test
  void areUnsetByDefault() {
    assertThat(Yaml.read(Amounts.class, "{}")).isEqualTo(Amounts.NONE);
    assertThat(Amounts.NONE.asMap()).isEmpty();
  }

  @Test
  void areReadFromAStackFile() {
    assertThat(Yaml.read(Amounts.class, "{cpu: 250m, memory: 128Mi, ephemeralStorage: 1Gi}"))
        .isEqualTo(ALL);
    assertThat(Yaml.read(Amounts.class, "{cpu: 2}").cpu()).isEqualTo(new Quantity("2"));
  }

  @ParameterizedTest
  @CsvSource({
    "cpu: 0,                cpu (0) must be greater than 0.",
    "memory: 0Mi,           memory (0Mi) must be greater than 0.",
    "ephemeralStorage: -1Gi, ephemeralStorage (-1Gi) must be greater than 0."
  })
  void mustBePositive(String yaml, String message) {
    assertThat(Yaml.refusal(Amounts.class, yaml)).isEqualTo(message);
  }

  @Test
  void takeWhatIsUnsetFromDefaults() {
    Amounts some = new Amounts(null, new Quantity("64Mi"), null);

    assertThat(some.orElse(ALL))
        .isEqualTo(new Amounts(new Quantity("250m"), new Quantity("64Mi"), new Quantity("1Gi")));
    assertThat(ALL.orElse(some)).isEqualTo(ALL);
  }

  @Test
  void areWrittenUnderTheNamesOfKubernetes() {
    assertThat(ALL.asMap())
        .containsExactly(
            Map.entry("cpu", new Quantity("250m")),
            Map.entry("ephemeral-storage", new Quantity("1Gi")),
            Map.entry("memory", new Quantity("128Mi")));
    assertThat(ALL.asValues())
        .containsExactly(
            Map.entry("cpu", "250m"),
            Map.entry("ephemeral-storage", "1Gi"),
            Map.entry("memory", "128Mi"));
  }
}
