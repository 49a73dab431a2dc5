package com.onlinestore.components.cluster;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A network cut into subnets for three zones: three quarters for nodes and their pods, which need
 * many addresses, and a quarter for load balancers and NAT, which need few.
 *
 * @param privateSubnets one for each zone, a quarter of the network each
 * @param publicSubnets one for each zone, a sixteenth of the network each; the last sixteenth of
 *     the network stays free
 */
public record SubnetPlan(List<Cidr> privateSubnets, List<Cidr> publicSubnets) {

  /** Zones that a network spans: the loss of one leaves two thirds. */
  public static final int ZONES = 3;

  /** The largest network a cloud takes. */
  public static final int SHORTEST_PREFIX = 16;

  /** The smallest network with room for pods: about a thousand addresses in each zone. */
  public static final int LONGEST_PREFIX = 20;

  /** Copies the lists. */
  public SubnetPlan {
    privateSubnets = List.copyOf(privateSubnets);
    publicSubnets = List.copyOf(publicSubnets);
  }

  /**
   * Cuts a network.
   *
   * @throws IllegalArgumentException where it is not from /16 to /20
   */
  public static SubnetPlan of(Cidr network) {
    if (!fits(network)) {
      throw new IllegalArgumentException(
          "%s must be from /%d to /%d.".formatted(network, SHORTEST_PREFIX, LONGEST_PREFIX));
    }
    Cidr forPublic = network.part(network.prefix() + 2, ZONES);
    return new SubnetPlan(
        parts(network, network.prefix() + 2), parts(forPublic, network.prefix() + 4));
  }

  /** Whether a network has a size that can be cut. */
  public static boolean fits(Cidr network) {
    return network.prefix() >= SHORTEST_PREFIX && network.prefix() <= LONGEST_PREFIX;
  }

  private static List<Cidr> parts(Cidr network, int prefix) {
    return IntStream.range(0, ZONES).mapToObj(zone -> network.part(prefix, zone)).toList();
  }
}
