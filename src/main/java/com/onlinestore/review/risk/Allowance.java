package com.onlinestore.review.risk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What one line of a NetworkPolicy allows.
 *
 * @param direction {@code ingress} or {@code egress}
 * @param peer who; missing for anyone
 * @param port missing for every port
 */
record Allowance(String direction, JsonNode peer, JsonNode port) {

  /** All of a policy in one direction. */
  static List<Allowance> of(JsonNode spec, String direction) {
    List<Allowance> all = new ArrayList<>();
    for (JsonNode rule : spec.path(direction)) {
      for (JsonNode peer : orAny(rule.path(direction.equals("ingress") ? "from" : "to"))) {
        orAny(rule.path("ports")).forEach(port -> all.add(new Allowance(direction, peer, port)));
      }
    }
    return all;
  }

  boolean covers(Allowance other) {
    return Peers.covers(peer, other.peer) && coversPort(other.port);
  }

  /** Whether this opens more than one named group of pods or range of addresses. */
  boolean isBroad() {
    return peer.isMissingNode() || !peer.has("ipBlock") && peer.path("podSelector").isEmpty();
  }

  /** Whether this lets in, or out, every pod of every namespace, or more. */
  boolean isForEverybody() {
    return isBroad() && Peers.covers(peer, MissingNode.getInstance())
        || isBroad() && peer.has("namespaceSelector") && peer.path("namespaceSelector").isEmpty();
  }

  String portText() {
    if (port.path("port").isMissingNode()) {
      return port.has("protocol") ? "every port of " + protocol(port) : "every port";
    }
    String last = port.has("endPort") ? "–" + port.path("endPort").asText() : "";
    String protocol = protocol(port).equals("TCP") ? "" : "/" + protocol(port);
    return "port " + port.path("port").asText() + last + protocol;
  }

  private boolean coversPort(JsonNode other) {
    if (port.isMissingNode()) {
      return true;
    }
    if (other.isMissingNode() || !protocol(port).equals(protocol(other))) {
      return false;
    }
    JsonNode first = port.path("port");
    return first.isMissingNode()
        || first.asText().equals(other.path("port").asText()) && last(port).equals(last(other))
        || first.isNumber()
            && other.path("port").isNumber()
            && first.asInt() <= other.path("port").asInt()
            && Integer.parseInt(last(port)) >= Integer.parseInt(last(other));
  }

  private static String last(JsonNode port) {
    return port.path("endPort").asText(port.path("port").asText());
  }

  private static String protocol(JsonNode port) {
    return port.path("protocol").asText("TCP");
  }

  private static List<JsonNode> orAny(JsonNode list) {
    List<JsonNode> all = new ArrayList<>();
    list.forEach(all::add);
    return all.isEmpty() ? List.of(MissingNode.getInstance()) : all;
  }

  static String portTexts(List<Allowance> allowances) {
    return allowances.stream()
        .map(Allowance::portText)
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
