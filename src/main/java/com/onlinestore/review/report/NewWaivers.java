package com.onlinestore.review.report;

import com.onlinestore.policy.Waiver;
import com.onlinestore.review.risk.Category;
import com.onlinestore.review.risk.Risk;
import java.util.List;
import java.util.Optional;

/** Exceptions from policies that a change brings or prolongs. */
final class NewWaivers {

  private NewWaivers() {}

  /** A risk for each waiver of {@code after} that {@code before} has not, or not for so long. */
  static List<Risk> risks(List<Waiver> before, List<Waiver> after) {
    return after.stream()
        .filter(waiver -> !before.contains(waiver))
        .flatMap(waiver -> risk(waiver, earlier(waiver, before)).stream())
        .toList();
  }

  private static Optional<Waiver> earlier(Waiver waiver, List<Waiver> before) {
    return before.stream()
        .filter(each -> each.rule().equals(waiver.rule()))
        .filter(each -> each.resource().equals(waiver.resource()))
        .findFirst();
  }

  private static Optional<Risk> risk(Waiver waiver, Optional<Waiver> earlier) {
    if (earlier.isPresent() && !waiver.until().isAfter(earlier.get().until())) {
      return Optional.empty();
    }
    String instead = earlier.map(each -> " instead of " + each.until()).orElse("");
    return Optional.of(
        new Risk(
            Category.SECURITY,
            waiver.resource(),
            "may break %s until %s%s, says %s: %s."
                .formatted(
                    waiver.rule(), waiver.until(), instead, waiver.owner(), waiver.reason())));
  }
}
