package com.onlinestore.review.risk;

import com.fasterxml.jackson.databind.JsonNode;
import com.onlinestore.components.cluster.Cidr;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Who a line of a NetworkPolicy is about; a missing one is anyone. */
final class Peers {

  private static final String NAMESPACES = "namespaceSelector";
  private static final String PODS = "podSelector";
  private static final String NAME = "kubernetes.io/metadata.name";

  private Peers() {}

  /** Whether everybody of {@code other} is one of {@code peer}, as far as labels tell. */
  static boolean covers(JsonNode peer, JsonNode other) {
    if (peer.isMissingNode() || other.isMissingNode()) {
      return peer.isMissingNode();
    }
    if (peer.has("ipBlock") || other.has("ipBlock")) {
      return coversRange(peer.path("ipBlock"), other.path("ipBlock"));
    }
    boolean namespaces =
        peer.has(NAMESPACES)
            ? peer.path(NAMESPACES).isEmpty()
                || other.has(NAMESPACES) && isWider(peer.path(NAMESPACES), other.path(NAMESPACES))
            : !other.has(NAMESPACES);
    return namespaces && isWider(peer.path(PODS), other.path(PODS));
  }

  /** For people. */
  static String text(JsonNode peer) {
    if (peer.isMissingNode()) {
      return "anyone";
    }
    if (peer.has("ipBlock")) {
      return peer.at("/ipBlock/cidr").asText();
    }
    String pods = peer.path(PODS).isEmpty() ? "every pod" : "pods with " + labels(peer.path(PODS));
    if (!peer.has(NAMESPACES)) {
      return pods + " of its namespace";
    }
    JsonNode namespaces = peer.path(NAMESPACES);
    if (namespaces.isEmpty()) {
      return pods + " of every namespace";
    }
    String name = namespaces.path("matchLabels").path(NAME).asText();
    return name.isEmpty()
        ? pods + " of namespaces with " + labels(namespaces)
        : pods + " of namespace " + name;
  }

  /** Whether a selector asks for no label that {@code other} does not ask for. */
  private static boolean isWider(JsonNode selector, JsonNode other) {
    return selector.path("matchLabels").properties().stream()
            .allMatch(
                label ->
                    Objects.equals(label.getValue(), other.path("matchLabels").get(label.getKey())))
        && StreamSupport.stream(selector.path("matchExpressions").spliterator(), false)
            .allMatch(
                asked ->
                    StreamSupport.stream(other.path("matchExpressions").spliterator(), false)
                        .anyMatch(asked::equals));
  }

  private static boolean coversRange(JsonNode block, JsonNode other) {
    return contains(block.path("cidr"), other.path("cidr"))
        && StreamSupport.stream(block.path("except").spliterator(), false)
            .allMatch(
                hole ->
                    StreamSupport.stream(other.path("except").spliterator(), false)
                        .anyMatch(larger -> contains(larger, hole)));
  }

  private static boolean contains(JsonNode range, JsonNode other) {
    Optional<Cidr> outer = Cidr.find(range.asText());
    Optional<Cidr> inner = Cidr.find(other.asText());
    return outer.isPresent() && inner.isPresent()
        ? outer.get().contains(inner.get())
        : range.equals(other);
  }

  private static String labels(JsonNode selector) {
    String labels =
        selector.path("matchLabels").properties().stream()
            .map(label -> label.getKey() + "=" + label.getValue().asText())
            .collect(Collectors.joining(", "));
    return labels.isEmpty() ? "certain labels" : labels;
  }
}
