package com.onlinestore.components.cluster.aws;

import com.onlinestore.components.cluster.CostEstimate;
import com.onlinestore.components.cluster.CostItem;
import com.onlinestore.components.cluster.SubnetPlan;
import com.onlinestore.components.settings.Profile;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What dominates the bill of a cluster on EKS, from list prices of us-east-1. */
final class EksCosts {

  /** Of when the prices are; today's: aws.amazon.com/{eks,vpc,elasticloadbalancing}/pricing. */
  static final String AS_OF = "August 2025";

  private static final String CONTROL_PLANE = "0.10";
  private static final String NAT = "0.045";
  private static final String ADDRESS = "0.005";
  private static final String LOAD_BALANCER = "0.0225";

  /** What spot has cost on average, of the price on demand; it moves by the hour. */
  private static final BigDecimal SPOT = new BigDecimal("0.4");

  private EksCosts() {}

  static CostEstimate of(EksSettings settings, Profile profile) {
    int gateways = settings.network().natPerZoneIn(profile) ? SubnetPlan.ZONES : 1;
    List<CostItem> items = new ArrayList<>();
    items.add(CostItem.fixed("EKS control plane", 1, CONTROL_PLANE));
    settings.nodeGroupsIn(profile).forEach((name, group) -> items.add(nodes(name, group)));
    items.add(CostItem.fixed("NAT gateway", gateways, NAT));
    items.add(CostItem.fixed("public address", gateways + SubnetPlan.ZONES, ADDRESS));
    items.add(CostItem.fixed("network load balancer", 1, LOAD_BALANCER));
    return new CostEstimate(
        "list prices of AWS in us-east-1, on demand, as of %s; other regions differ, by up to a"
                .formatted(AS_OF)
            + " half",
        items);
  }

  private static CostItem nodes(String name, NodeGroupSettings group) {
    String type = group.instanceTypes().get(0);
    BigDecimal hourly = InstanceType.of(type).orElseThrow().hourly();
    return CostItem.between(
        "node of %s: %s%s".formatted(name, type, group.spot() ? ", spot" : ""),
        group.min(),
        group.max(),
        group.spot() ? hourly.multiply(SPOT) : hourly);
  }
}
