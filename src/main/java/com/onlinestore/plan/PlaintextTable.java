package com.onlinestore.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Where pods of a mesh also take connections without mutual TLS, and why. */
final class PlaintextTable {

  /** What a service's exception says of itself, by the port's number. */
  private static final String REASON = "online-store/plaintext-";

  private final TextTable table = new TextTable("pods", "port", "mutual TLS", "reason");

  private PlaintextTable() {}

  static List<String> lines(List<Manifest> manifests) {
    PlaintextTable exceptions = new PlaintextTable();
    manifests.stream()
        .filter(manifest -> manifest.kind().equals("PeerAuthentication"))
        .forEach(exceptions::add);
    return exceptions.table.lines();
  }

  private void add(Manifest policy) {
    JsonNode spec = policy.content().path("spec");
    String pods = spec.path("selector").isMissingNode() ? policy.namespace() + "/*" : policy.path();
    add(policy, pods, "any", spec.at("/mtls/mode").asText("STRICT"));
    spec.path("portLevelMtls")
        .properties()
        .forEach(port -> add(policy, pods, port.getKey(), port.getValue().path("mode").asText()));
  }

  private void add(Manifest policy, String pods, String port, String mode) {
    if (!mode.equals("STRICT")) {
      JsonNode reason = policy.content().path("metadata").path("annotations").path(REASON + port);
      table.add(pods, port, mode, reason.asText(""));
    }
  }
}
