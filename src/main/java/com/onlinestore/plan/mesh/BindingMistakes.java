package com.onlinestore.plan.mesh;

import com.onlinestore.components.settings.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** VirtualServices of gateways that are not there, and several for one host on one gateway. */
final class BindingMistakes {

  private BindingMistakes() {}

  static List<Mistake> of(Inventory inventory) {
    List<String> gateways = inventory.istio("Gateway").stream().map(MeshObject::path).toList();
    List<Mistake> mistakes = new ArrayList<>();
    Map<String, MeshObject> first = new HashMap<>();
    for (MeshObject service : inventory.istio("VirtualService")) {
      List<String> bound = Bindings.of(service);
      for (int i = 0; i < bound.size(); i++) {
        String gateway = bound.get(i);
        if (gateway.equals(Bindings.MESH)) {
          mistakes.addAll(doubled(service, "the mesh in " + service.namespace(), first));
        } else if (gateways.contains(gateway)) {
          mistakes.addAll(doubled(service, "Gateway " + gateway, first));
        } else {
          mistakes.add(
              Mistake.in(
                  service,
                  "spec.gateways[%d]".formatted(i),
                  "\"%s\" is not a Gateway of the plan: correct name and namespace.%s",
                  gateway,
                  Nearest.didYouMean(gateway, gateways)));
        }
      }
    }
    return mistakes;
  }

  private static List<Mistake> doubled(
      MeshObject service, String where, Map<String, MeshObject> first) {
    List<Mistake> mistakes = new ArrayList<>();
    List<String> hosts = Json.texts(service.spec().path("hosts"));
    for (int i = 0; i < hosts.size(); i++) {
      String host = Hosts.full(hosts.get(i), service.namespace());
      MeshObject other = first.putIfAbsent(where + " " + host, service);
      if (other != null) {
        mistakes.add(
            Mistake.in(
                service,
                "spec.hosts[%d]".formatted(i),
                "\"%s\" has routes on %s by %s already, and nobody knows whose come first: put them"
                    + " into one object.",
                hosts.get(i),
                where,
                other));
      }
    }
    return mistakes;
  }
}
