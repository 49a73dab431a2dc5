package com.onlinestore.components.observability;

import static com.onlinestore.components.settings.Checks.amount;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.settings.TimeSpan;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PrometheusSizeTest {

  @Test
  void isThatOfTheDocumentation() {
    PrometheusSize prod = new PrometheusSize(250_000);

    assertThat(prod.memory()).isEqualTo(new Quantity("2Gi"));
    assertThat(prod.memoryLimit()).isEqualTo(new Quantity("4Gi"));
    assertThat(prod.storage(TimeSpan.of("31d"))).isEqualTo(new Quantity("50Gi"));
    assertThat(prod.storage(TimeSpan.of("90d"))).isEqualTo(new Quantity("150Gi"));

    PrometheusSize dev = new PrometheusSize(50_000);

    assertThat(dev.memory()).isEqualTo(new Quantity("512Mi"));
    assertThat(dev.memoryLimit()).isEqualTo(new Quantity("1Gi"));
    assertThat(dev.storage(TimeSpan.of("1d"))).isEqualTo(new Quantity("10Gi"));
  }

  @Property
  void everySeriesHasItsMemoryAndEverySampleItsPlace(
      @ForAll @IntRange(min = 10_000, max = 10_000_000) int series,
      @ForAll @IntRange(min = 1, max = 400) int days) {
    PrometheusSize size = new PrometheusSize(series);
    BigDecimal samples = BigDecimal.valueOf(series * (long) days * 86_400 / 30);

    assertThat(amount(size.memory())).isGreaterThanOrEqualTo(BigDecimal.valueOf(series * 8192L));
    assertThat(amount(size.memoryLimit()))
        .isEqualByComparingTo(amount(size.memory()).multiply(BigDecimal.valueOf(2)));
    assertThat(
            amount(size.storage(TimeSpan.of(days + "d")))
                .multiply(new BigDecimal("0.85"))
                .add(BigDecimal.ONE))
        .isGreaterThanOrEqualTo(samples.multiply(BigDecimal.valueOf(2)));
  }
}
