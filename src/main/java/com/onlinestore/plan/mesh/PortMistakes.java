package com.onlinestore.plan.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Ports of Services that do not say what is spoken on them. */
final class PortMistakes {

  private PortMistakes() {}

  static List<Mistake> of(Inventory inventory) {
    List<Mistake> mistakes = new ArrayList<>();
    for (MeshObject service : inventory.services()) {
      JsonNode ports = service.spec().path("ports");
      for (int i = 0; i < ports.size(); i++) {
        if (HostPort.ofService(ports.get(i)).protocol().isEmpty()) {
          mistakes.add(
              Mistake.in(
                  service,
                  "spec.ports[%d]".formatted(i),
                  "port %s has no protocol, so the mesh guesses it: set appProtocol, or begin its"
                      + " name with one, as in http-admin.",
                  ports.get(i).path("port").asText()));
        }
      }
    }
    return mistakes;
  }
}
