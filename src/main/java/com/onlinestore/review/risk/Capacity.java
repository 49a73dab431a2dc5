package com.onlinestore.review.risk;

import com.onlinestore.plan.Amount;
import com.onlinestore.plan.Cost;
import com.onlinestore.plan.PlanFacts;
import com.onlinestore.plan.Workload;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is asked for, and what it costs. */
final class Capacity {

  private static final Cost NOTHING = new Cost(BigDecimal.ZERO, BigDecimal.ZERO);

  private Capacity() {}

  static Stream<Risk> in(Sides sides) {
    return Stream.of(ceilings(sides), sum(sides).stream(), cost(sides).stream())
        .flatMap(each -> each);
  }

  private static Stream<Risk> ceilings(Sides sides) {
    Map<String, Workload> before = sides.workloadsBefore();
    List<Risk> risks = new ArrayList<>();
    for (Workload now : sides.after().workloads()) {
      Workload old = before.get(now.name());
      if (old != null && now.max() < old.max()) {
        risks.add(
            new Risk(
                Category.CAPACITY,
                now.name(),
                "grows to %d pods at most instead of %d.".formatted(now.max(), old.max())));
      }
    }
    return risks.stream();
  }

  private static Optional<Risk> sum(Sides sides) {
    String before = requests(sides.before());
    String after = requests(sides.after());
    return before.equals(after)
        ? Optional.empty()
        : Optional.of(
            new Risk(
                Category.CAPACITY,
                "Requests of all workloads",
                "%s instead of %s.".formatted(after, before)));
  }

  private static String requests(PlanFacts facts) {
    Amount least = sum(facts, Workload::atMin);
    Amount most = sum(facts, Workload::atMax);
    return "%s to %s CPUs and %s to %s"
        .formatted(least.cpuText(), most.cpuText(), least.memoryText(), most.memoryText());
  }

  private static Amount sum(PlanFacts facts, Function<Workload, Amount> amount) {
    return facts.workloads().stream().map(amount).reduce(Amount.NONE, Amount::plus);
  }

  private static Optional<Risk> cost(Sides sides) {
    Cost before = sides.before().cost().orElse(NOTHING);
    Cost after = sides.after().cost().orElse(NOTHING);
    if (before.toString().equals(after.toString())) {
      return Optional.empty();
    }
    return Optional.of(
        new Risk(
            Category.COST,
            "Estimate",
            "%s USD a month instead of %s (%s to %s)."
                .formatted(
                    after,
                    before,
                    signed(after.least().subtract(before.least())),
                    signed(after.most().subtract(before.most())))));
  }

  private static String signed(BigDecimal amount) {
    BigDecimal rounded = amount.setScale(0, RoundingMode.HALF_UP);
    return rounded.signum() > 0 ? "+" + rounded.toPlainString() : rounded.toPlainString();
  }
}
