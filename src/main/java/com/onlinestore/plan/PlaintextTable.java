package com.onlinestore.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Where pods of a mesh also take connections without mutual TLS, and why. */
final class PlaintextTable {

  /** What a service's exception says of itself, by the port's number. */
  private static final String REASON = "online-store/plaintext-";

  private PlaintextTable() {}

  static List<Plaintext> of(List<Manifest> manifests) {
    List<Plaintext> exceptions = new ArrayList<>();
    manifests.stream()
        .filter(manifest -> manifest.kind().equals("PeerAuthentication"))
        .forEach(policy -> add(exceptions, policy));
    return exceptions;
  }

  static List<String> lines(List<Plaintext> exceptions) {
    TextTable table = new TextTable("pods", "port", "mutual TLS", "reason");
    exceptions.forEach(each -> table.add(each.pods(), each.port(), each.mode(), each.reason()));
    return table.lines();
  }

  private static void add(List<Plaintext> exceptions, Manifest policy) {
    JsonNode spec = policy.content().path("spec");
    String pods = spec.path("selector").isMissingNode() ? policy.namespace() + "/*" : policy.path();
    add(exceptions, policy, pods, "any", spec.at("/mtls/mode").asText("STRICT"));
    spec.path("portLevelMtls")
        .properties()
        .forEach(
            port ->
                add(
                    exceptions,
                    policy,
                    pods,
                    port.getKey(),
                    port.getValue().path("mode").asText()));
  }

  private static void add(
      List<Plaintext> exceptions, Manifest policy, String pods, String port, String mode) {
    if (!mode.equals("STRICT")) {
      JsonNode reason = policy.content().path("metadata").path("annotations").path(REASON + port);
      exceptions.add(new Plaintext(pods, port, mode, reason.asText("")));
    }
  }
}
