package com.onlinestore.review.risk;

import com.onlinestore.plan.Plan;
import com.onlinestore.plan.PlannedResource;
import java.util.Set;
import java.util.stream.Stream;

/** Fewer ways out of a private network. */
final class NatGateways {

  private static final Set<String> NAT =
      Set.of("aws:ec2/natGateway:NatGateway", "gcp:compute/routerNat:RouterNat");
  private static final Set<String> NETWORKS =
      Set.of("aws:ec2/vpc:Vpc", "gcp:compute/network:Network");

  private NatGateways() {}

  static Stream<Risk> in(Sides sides) {
    long before = count(sides.difference().before(), NAT);
    long after = count(sides.difference().after(), NAT);
    boolean networkGoes =
        count(sides.difference().before(), NETWORKS) > 0
            && count(sides.difference().after(), NETWORKS) == 0;
    if (after >= before || networkGoes) {
      return Stream.empty();
    }
    return Stream.of(
        new Risk(
            Category.AVAILABILITY,
            "NAT gateways",
            after == 0
                ? "none instead of %d: what is private no longer reaches the internet by them."
                    .formatted(before)
                : "%d instead of %d: more depends on each of them.".formatted(after, before)));
  }

  private static long count(Plan plan, Set<String> types) {
    return plan.resources().stream().map(PlannedResource::type).filter(types::contains).count();
  }
}
