package com.onlinestore.components.service;

import com.onlinestore.components.kubernetes.Peers;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import java.util.List;

/** What a NetworkPolicy can say about a host outside: its port, and its addresses if known. */
final class ExternalAddresses {

  /** Private (RFC 1918, RFC 6598) and link-local ranges: cluster, cloud network, metadata. */
  private static final List<String> NOT_PUBLIC_V4 =
      List.of("10.0.0.0/8", "100.64.0.0/10", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16");

  /** Unique local and link-local ranges. */
  private static final List<String> NOT_PUBLIC_V6 = List.of("fc00::/7", "fe80::/10");

  private ExternalAddresses() {}

  static NetworkPolicyEgressRule egress(ExternalHost host) {
    List<NetworkPolicyPeer> peers =
        host.cidrs().isEmpty()
            ? List.of(
                Peers.addresses("0.0.0.0/0", NOT_PUBLIC_V4), Peers.addresses("::/0", NOT_PUBLIC_V6))
            : host.cidrs().stream().map(cidr -> Peers.addresses(cidr, List.of())).toList();
    return Peers.to(peers, List.of(Peers.tcp(host.port())));
  }
}
