package com.onlinestore.components.cluster.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstanceTypeTest {

  @ParameterizedTest
  @CsvSource({
    "t3.medium,T3,0.5,0.0416",
    "m7i.large,M7I,1,0.1008",
    "m7i-flex.xlarge,M7I_FLEX,2,0.19152",
    "c7g.2xlarge,C7G,4,0.29",
    "r6a.48xlarge,R6A,96,10.8864"
  })
  void isAFamilyASizeAndAPrice(String text, InstanceFamily family, String larges, String hourly) {
    InstanceType type = InstanceType.of(text).orElseThrow();

    assertThat(type.family()).isEqualTo(family);
    assertThat(type.larges()).isEqualByComparingTo(larges);
    assertThat(type.hourly()).isEqualByComparingTo(hourly);
  }

  @Property
  void everyXlargeCostsTwoLarges(
      @ForAll InstanceFamily family, @ForAll @IntRange(min = 2, max = 99) int count) {
    BigDecimal large = hourly(family.id() + ".large");

    assertThat(hourly("%s.%dxlarge".formatted(family.id(), count)))
        .isEqualByComparingTo(large.multiply(BigDecimal.valueOf(2L * count)));
    assertThat(hourly(family.id() + ".xlarge")).isEqualByComparingTo(large.add(large));
    assertThat(hourly(family.id() + ".medium").multiply(BigDecimal.valueOf(2)))
        .isEqualByComparingTo(large);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "m7i",
        "m7i.small",
        "m7i.metal",
        "m7i.0xlarge",
        "m7i.1000xlarge",
        "m7i.metal-24xl",
        "x9z.large",
        "M7I.large",
        ".large"
      })
  void isNothingOfAnUnknownFamilyOrSize(String text) {
    assertThat(InstanceType.of(text)).isEmpty();
  }

  @Test
  void aFamilyIsThePartBeforeTheDot() {
    assertThat(InstanceType.familyOf("m7i-flex.large")).isEqualTo("m7i-flex");
    assertThat(InstanceType.familyOf("m7i")).isEqualTo("m7i");
  }

  @Property
  void everyFamilyIsFoundByItsName(@ForAll InstanceFamily family) {
    assertThat(InstanceFamily.of(family.id())).contains(family);
    assertThat(family.id()).isEqualTo(family.name().toLowerCase().replace('_', '-'));
    assertThat(family.hourlyOfLarge()).isBetween(new BigDecimal("0.05"), new BigDecimal("0.2"));
  }

  @Test
  void gravitonAloneIsArm() {
    assertThat(Arrays.stream(InstanceFamily.values()).filter(InstanceFamily::arm))
        .extracting(InstanceFamily::id)
        .containsExactly("t4g", "m6g", "m7g", "m8g", "c6g", "c7g", "c8g", "r6g", "r7g", "r8g");
    assertThat(InstanceFamily.names())
        .hasSize(29)
        .doesNotHaveDuplicates()
        .containsAll(List.of("t3", "m7i-flex", "r8g"));
  }

  private static BigDecimal hourly(String type) {
    return InstanceType.of(type).orElseThrow().hourly();
  }
}
