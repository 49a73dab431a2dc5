package com.onlinestore.plan.mesh;

import java.util.List;
import java.util.function.Function;

/**
 * Mistakes that an API server accepts and that do not work: what {@code istioctl analyze} is for,
 * found without a cluster and before anything is created.
 *
 * <p>The trap: what a Helm release makes is not known, so nothing is said of names and pods in its
 * namespace.
 */
public final class Mistakes {

  private static final List<Function<Inventory, List<Mistake>>> CHECKS =
      List.of(
          RouteMistakes::of,
          BindingMistakes::of,
          DestinationRuleMistakes::of,
          GatewayMistakes::of,
          PortMistakes::of,
          SelectorMistakes::of,
          OperationMistakes::of);

  private Mistakes() {}

  /** All of them. */
  public static List<Mistake> in(Inventory inventory) {
    return CHECKS.stream().flatMap(check -> check.apply(inventory).stream()).toList();
  }
}
