package com.onlinestore.components.kubernetes;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRuleBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRuleBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeerBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPortBuilder;
import java.util.List;
import java.util.Map;

/** The ends and rules of NetworkPolicies. */
public final class Peers {

  /** Where pods ask for names when the cluster caches DNS on each node (NodeLocal DNSCache). */
  private static final String NODE_LOCAL_DNS = "169.254.20.10/32";

  private Peers() {}

  /** Every pod of a namespace. */
  public static NetworkPolicyPeer namespace(String namespace) {
    return new NetworkPolicyPeerBuilder()
        .withNewNamespaceSelector()
        .addToMatchLabels(Labels.NAMESPACE_NAME, namespace)
        .endNamespaceSelector()
        .build();
  }

  /** The pods of a namespace that carry {@code labels}. */
  public static NetworkPolicyPeer pods(String namespace, Map<String, String> labels) {
    return new NetworkPolicyPeerBuilder(namespace(namespace))
        .withNewPodSelector()
        .withMatchLabels(labels)
        .endPodSelector()
        .build();
  }

  /** Addresses of a range, less those of {@code except}. */
  public static NetworkPolicyPeer addresses(String cidr, List<String> except) {
    return new NetworkPolicyPeerBuilder()
        .withNewIpBlock()
        .withCidr(cidr)
        .withExcept(except)
        .endIpBlock()
        .build();
  }

  /** A TCP port. */
  public static NetworkPolicyPort tcp(int port) {
    return port("TCP", port);
  }

  private static NetworkPolicyPort port(String protocol, int port) {
    return new NetworkPolicyPortBuilder()
        .withProtocol(protocol)
        .withPort(new IntOrString(port))
        .build();
  }

  /** Lets {@code peers} in on {@code ports}; no peers means from everywhere. */
  public static NetworkPolicyIngressRule from(
      List<NetworkPolicyPeer> peers, List<NetworkPolicyPort> ports) {
    return new NetworkPolicyIngressRuleBuilder().withFrom(peers).withPorts(ports).build();
  }

  /** Lets out to {@code peers} on {@code ports}. An empty list would mean everywhere: refused. */
  public static NetworkPolicyEgressRule to(
      List<NetworkPolicyPeer> peers, List<NetworkPolicyPort> ports) {
    if (peers.isEmpty()) {
      throw new IllegalArgumentException("An egress rule without peers would allow everything.");
    }
    return new NetworkPolicyEgressRuleBuilder().withTo(peers).withPorts(ports).build();
  }

  /** Name resolution, by the cluster's DNS pods or by a cache on the node. */
  public static NetworkPolicyEgressRule dns() {
    return to(
        List.of(namespace("kube-system"), addresses(NODE_LOCAL_DNS, List.of())),
        List.of(port("UDP", 53), port("TCP", 53)));
  }
}
