package com.onlinestore.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What can be reached outside the cluster, and what holds a workload to it: a NetworkPolicy knows
 * addresses and ports, the mesh knows names.
 */
final class Egress {

  private static final String EVERYWHERE = "0.0.0.0/0";
  private static final String ANY = "any public address: the mesh alone holds it to the name";

  private Egress() {}

  static List<String> lines(List<Manifest> manifests) {
    TextTable table = new TextTable("from", "host", "port", "addresses");
    List<Manifest> entries = ofKind("ServiceEntry", manifests);
    Map<String, List<Manifest>> policies =
        ofKind("NetworkPolicy", manifests).stream().collect(Collectors.groupingBy(Manifest::path));
    for (Manifest sidecar : ofKind("Sidecar", manifests)) {
      List<Manifest> own = policies.getOrDefault(sidecar.path(), List.of());
      for (Manifest entry : entries) {
        if (entry.namespace().equals(sidecar.namespace())) {
          entry
              .content()
              .at("/spec/hosts")
              .forEach(
                  host -> {
                    if (mayCall(sidecar, host.asText())) {
                      add(table, sidecar, entry, host.asText(), own);
                    }
                  });
        }
      }
    }
    return table.lines();
  }

  private static void add(
      TextTable table, Manifest from, Manifest entry, String host, List<Manifest> policies) {
    for (JsonNode port : entry.content().at("/spec/ports")) {
      int outside = port.path("targetPort").asInt(port.path("number").asInt());
      addresses(outside, policies)
          .ifPresent(
              addresses ->
                  table.add(
                      from.path(),
                      host,
                      port.path("protocol").asText()
                          + " "
                          + port.path("number").asText()
                          + (port.has("targetPort") ? ", TLS " + outside + " from the proxy" : ""),
                      addresses));
    }
  }

  /** Empty where no policy of the workload opens the port to an address. */
  private static Optional<String> addresses(int port, List<Manifest> policies) {
    List<String> cidrs = new ArrayList<>();
    for (Manifest policy : policies) {
      for (JsonNode rule : policy.content().at("/spec/egress")) {
        boolean opens = texts(rule.path("ports"), "/port").contains(String.valueOf(port));
        cidrs.addAll(opens ? texts(rule.path("to"), "/ipBlock/cidr") : List.of());
      }
    }
    if (cidrs.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        cidrs.contains(EVERYWHERE)
            ? ANY
            : cidrs.stream().distinct().collect(Collectors.joining(", ")));
  }

  private static boolean mayCall(Manifest sidecar, String host) {
    return StreamSupport.stream(sidecar.content().at("/spec/egress").spliterator(), false)
        .flatMap(egress -> StreamSupport.stream(egress.path("hosts").spliterator(), false))
        .anyMatch(declared -> declared.asText().equals("./" + host));
  }

  private static List<Manifest> ofKind(String kind, List<Manifest> manifests) {
    return manifests.stream().filter(manifest -> manifest.kind().equals(kind)).toList();
  }

  private static List<String> texts(JsonNode list, String pointer) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(each -> each.at(pointer).asText())
        .filter(text -> !text.isEmpty())
        .toList();
  }
}
