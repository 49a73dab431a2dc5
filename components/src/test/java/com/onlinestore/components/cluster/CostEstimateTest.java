package com.onlinestore.components.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CostEstimateTest {

  private static final CostEstimate ESTIMATE =
      new CostEstimate(
          "list prices",
          List.of(
              CostItem.fixed("control plane", 1, "0.10"),
              CostItem.between("node", 2, 4, new BigDecimal("0.1008"))));

  @Test
  void anItemIsPricedForAMonthOf730Hours() {
    assertThat(CostItem.fixed("control plane", 3, "0.10"))
        .isEqualTo(new CostItem("control plane", 3, 3, new BigDecimal("73.00")));
    assertThat(CostItem.between("node", 2, 4, new BigDecimal("0.1008")))
        .isEqualTo(new CostItem("node", 2, 4, new BigDecimal("73.5840")));
  }

  @Test
  void goesFromTheLeastToTheMostThatAutoscalersMake() {
    assertThat(ESTIMATE.least()).isEqualTo(new BigDecimal("220"));
    assertThat(ESTIMATE.most()).isEqualTo(new BigDecimal("367"));
  }

  @Test
  void isToldInNumbersThatPulumiCanCarry() {
    assertThat(ESTIMATE.asMap())
        .isEqualTo(
            Map.of(
                "basis",
                "list prices",
                "least",
                220,
                "most",
                367,
                "items",
                List.of(
                    Map.of("what", "control plane", "least", 1, "most", 1, "monthlyEach", 73.0),
                    Map.of("what", "node", "least", 2, "most", 4, "monthlyEach", 73.584))));
  }

  @Test
  void nothingCostsNothing() {
    assertThat(CostEstimate.NONE.asMap())
        .isEqualTo(Map.of("basis", "", "least", 0, "most", 0, "items", List.of()));
  }

  @Property
  void halvesOfADollarAreRoundedUpOnceAtTheEnd(
      @ForAll @IntRange(max = 20) int count, @ForAll @IntRange(max = 99999) int cents) {
    CostItem item = new CostItem("node", count, count, BigDecimal.valueOf(cents, 2));

    assertThat(new CostEstimate("", List.of(item, item)).least().longValueExact())
        .isEqualTo((2L * count * cents + 50) / 100);
  }
}
