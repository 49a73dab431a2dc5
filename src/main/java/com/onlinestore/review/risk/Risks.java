package com.onlinestore.review.risk;

import com.onlinestore.review.difference.Difference;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What could go wrong with a change. */
public final class Risks {

  private static final List<Function<Sides, Stream<Risk>>> FINDERS =
      List.of(
          DataLoss::in,
          Openings::in,
          Rights::in,
          Calls::in,
          Protections::in,
          Outages::in,
          Restarts::in,
          Capacity::in);

  private Risks() {}

  /** The risks of a difference, the worst category first, each once. */
  public static List<Risk> of(Difference difference) {
    Sides sides = Sides.of(difference);
    return FINDERS.stream()
        .flatMap(finder -> finder.apply(sides))
        .distinct()
        .sorted(Comparator.comparing(Risk::category))
        .toList();
  }
}
