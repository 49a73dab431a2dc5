package com.onlinestore.review.risk;

import com.onlinestore.plan.PlanFacts;
import com.onlinestore.review.difference.Difference;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What could go wrong with a change. */
public final class Risks {

  private static final List<Function<Sides, Stream<Risk>>> FINDERS =
      List.of(
          DataLoss::in,
          Doors::in,
          Ranges::in,
          NetworkPolicies::in,
          Rights::in,
          Calls::in,
          WithoutMutualTls::in,
          MeshMembers::in,
          Protections::in,
          Outages::in,
          Settings::in,
          HelmValues::in,
          NatGateways::in,
          Restarts::in,
          Capacity::in);

  private static final int SHOWN = 5;

  private Risks() {}

  /** The risks of a difference, the worst category first; resources of one fate in one line. */
  public static List<Risk> of(Difference difference, PlanFacts before, PlanFacts after) {
    Sides sides = new Sides(difference, before, after);
    Map<Risk, List<String>> alike =
        FINDERS.stream()
            .flatMap(finder -> finder.apply(sides))
            .distinct()
            .collect(
                Collectors.groupingBy(
                    risk -> new Risk(risk.category(), "", risk.why()),
                    LinkedHashMap::new,
                    Collectors.mapping(Risk::what, Collectors.toList())));
    return alike.entrySet().stream()
        .map(
            entry ->
                new Risk(entry.getKey().category(), some(entry.getValue()), entry.getKey().why()))
        .sorted(Comparator.comparing(Risk::category))
        .toList();
  }

  private static String some(List<String> names) {
    String shown = names.stream().limit(SHOWN).collect(Collectors.joining(", "));
    return names.size() > SHOWN ? "%s and %d more".formatted(shown, names.size() - SHOWN) : shown;
  }
}
