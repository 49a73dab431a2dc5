package com.onlinestore;

import com.onlinestore.components.cluster.ClusterFacts;
import com.onlinestore.components.gateway.GatewaySettings;

/** How a person reaches the store from outside. */
public record Addresses(GatewaySettings gateway, String name, ClusterFacts facts) {

  private static final int LOCAL_PORT = 8080;

  /** Where the store is; with a port where the cluster has no load balancer. */
  public String url() {
    String host = gateway.hosts().get(0);
    String scheme = gateway.tlsSecret() == null ? "http" : "https";
    return facts.loadBalancers() ? scheme + "://" + host : scheme + "://" + host + ":" + LOCAL_PORT;
  }

  /** The command that shows the address, or opens a door where there is none. */
  public String howToReach() {
    String service = gateway.api().suffixed(name);
    if (facts.loadBalancers()) {
      return "kubectl -n %s get service %s".formatted(name, service);
    }
    int port = gateway.tlsSecret() == null ? 80 : 443;
    return "kubectl -n %s port-forward service/%s %d:%d".formatted(name, service, LOCAL_PORT, port);
  }
}
