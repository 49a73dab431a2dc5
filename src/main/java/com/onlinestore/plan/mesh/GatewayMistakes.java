package com.onlinestore.plan.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Gateways without pods, and hosts of gateways that lead nowhere. */
final class GatewayMistakes {

  private GatewayMistakes() {}

  static List<Mistake> of(Inventory inventory) {
    List<Mistake> mistakes = new ArrayList<>();
    for (MeshObject gateway : inventory.istio("Gateway")) {
      Map<String, String> selector = Json.map(gateway.spec().path("selector"));
      // Unlike every other selector, this one is for the pods of all namespaces.
      if (inventory.pods().stream().noneMatch(pods -> pods.carry(selector))) {
        mistakes.add(
            Mistake.in(
                gateway,
                "spec.selector",
                "no pods of the plan carry %s: take the labels of a gateway's pods.",
                selector));
      }
      mistakes.addAll(unrouted(gateway, inventory));
    }
    return mistakes;
  }

  private static List<Mistake> unrouted(MeshObject gateway, Inventory inventory) {
    List<String> routed =
        inventory.istio("VirtualService").stream()
            .filter(service -> Bindings.of(service).contains(gateway.path()))
            .flatMap(service -> Json.texts(service.spec().path("hosts")).stream())
            .toList();
    List<Mistake> mistakes = new ArrayList<>();
    JsonNode servers = gateway.spec().path("servers");
    for (int i = 0; i < servers.size(); i++) {
      List<String> hosts = Json.texts(servers.get(i).path("hosts"));
      for (int j = 0; j < hosts.size(); j++) {
        // Written as host, or as namespace/host for the VirtualServices of a namespace.
        String host = hosts.get(j).substring(hosts.get(j).indexOf('/') + 1);
        if (routed.stream().noneMatch(each -> meet(host, each))) {
          mistakes.add(
              Mistake.in(
                  gateway,
                  "spec.servers[%d].hosts[%d]".formatted(i, j),
                  "no VirtualService routes \"%s\" on this gateway, so it answers 404: add a route,"
                      + " or remove the host.",
                  host));
        }
      }
    }
    return mistakes;
  }

  private static boolean meet(String one, String other) {
    return Hosts.covers(one, other) || Hosts.covers(other, one);
  }
}
