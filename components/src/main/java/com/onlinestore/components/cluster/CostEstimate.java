package com.onlinestore.components.cluster;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * What dominates the bill of a cluster, from a small table of list prices: an estimate, without
 * traffic, disks, logs and discounts.
 *
 * @param basis which prices, and of when
 * @param items what is counted
 */
public record CostEstimate(String basis, List<CostItem> items) {

  /** Nothing that this stack pays for. */
  public static final CostEstimate NONE = new CostEstimate("", List.of());

  /** Copies the list. */
  public CostEstimate {
    items = List.copyOf(items);
  }

  /** Whole dollars of a month while every autoscaler is at its minimum. */
  public BigDecimal least() {
    return sum(CostItem::least);
  }

  /** Whole dollars of a month while every autoscaler is at its maximum. */
  public BigDecimal most() {
    return sum(CostItem::most);
  }

  /** As a component tells it to whoever shows the plan. */
  public Map<String, Object> asMap() {
    return Map.of(
        "basis",
        basis,
        "least",
        least().intValueExact(),
        "most",
        most().intValueExact(),
        "items",
        items.stream()
            .map(
                item ->
                    Map.of(
                        "what", item.what(),
                        "least", item.least(),
                        "most", item.most(),
                        "monthlyEach", item.monthlyEach().doubleValue()))
            .toList());
  }

  private BigDecimal sum(ToIntFunction<CostItem> count) {
    return items.stream()
        .map(item -> item.monthlyEach().multiply(BigDecimal.valueOf(count.applyAsInt(item))))
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .setScale(0, RoundingMode.HALF_UP);
  }
}
