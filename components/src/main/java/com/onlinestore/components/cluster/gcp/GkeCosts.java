package com.onlinestore.components.cluster.gcp;

import com.onlinestore.components.cluster.CostEstimate;
import com.onlinestore.components.cluster.CostItem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a cluster on GKE costs, from Google's list prices. */
final class GkeCosts {

  /** When the prices were written down. */
  static final String AS_OF = "2025";

  static final String BASIS =
      "Google's list prices of "
          + AS_OF
          + " in us-central1, in US dollars; other regions differ, most are dearer. Spot nodes are"
          + " counted at 40% of the price, the least discount that Google gives.";

  private static final String CONTROL_PLANE = "0.10";
  private static final String FORWARDING_RULE = "0.025";
  private static final String NAT_ADDRESS = "0.005";
  private static final BigDecimal NAT_NODE = new BigDecimal("0.0014");
  private static final BigDecimal SPOT = new BigDecimal("0.40");

  /** From this many nodes on, NAT costs the same for all of them. */
  private static final int NAT_NODES = 32;

  private GkeCosts() {}

  /** The estimate for some node pools behind one load balancer. */
  static CostEstimate of(Map<String, NodePoolSettings> pools) {
    List<CostItem> items = new ArrayList<>();
    items.add(CostItem.fixed("control plane", 1, CONTROL_PLANE));
    pools.forEach((name, pool) -> nodes(name, pool).ifPresent(items::add));
    items.add(nat(pools));
    items.add(CostItem.fixed("NAT address", 1, NAT_ADDRESS));
    items.add(CostItem.fixed("load balancer", 1, FORWARDING_RULE));
    return new CostEstimate(BASIS, items);
  }

  private static Optional<CostItem> nodes(String name, NodePoolSettings pool) {
    String kind = pool.spot() ? " (spot)" : "";
    return MachineType.of(pool.machineType())
        .map(
            machine ->
                CostItem.between(
                    "nodes %s: %s%s".formatted(name, machine.name(), kind),
                    pool.min(),
                    pool.max(),
                    pool.spot() ? machine.price().multiply(SPOT) : machine.price()));
  }

  private static CostItem nat(Map<String, NodePoolSettings> pools) {
    int least = pools.values().stream().mapToInt(NodePoolSettings::min).sum();
    int most = pools.values().stream().mapToInt(NodePoolSettings::max).sum();
    return CostItem.between(
        "NAT for a node", Math.min(least, NAT_NODES), Math.min(most, NAT_NODES), NAT_NODE);
  }
}
