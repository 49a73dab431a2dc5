package com.onlinestore.plan.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Calls to hosts outside: the ServiceEntries that a Sidecar lets its pods know. */
final class OutsideCalls {

  private final Inventory inventory;
  private final List<Call> calls = new ArrayList<>();

  private OutsideCalls(Inventory inventory) {
    this.inventory = inventory;
  }

  static List<Call> of(Inventory inventory) {
    OutsideCalls outside = new OutsideCalls(inventory);
    for (MeshObject entry : inventory.istio("ServiceEntry")) {
      for (String host : Json.texts(entry.spec().path("hosts"))) {
        inventory.pods().stream()
            .filter(pods -> outside.mayCall(pods, entry, host))
            .forEach(pods -> outside.add(pods, entry, host));
      }
    }
    return outside.calls;
  }

  private void add(Pods from, MeshObject entry, String host) {
    for (JsonNode port : entry.spec().path("ports")) {
      String text = port.path("protocol").asText() + " " + port.path("number").asText();
      calls.add(
          new Call(Node.of(from), Node.host(host), List.of(text), List.of(), List.of(), List.of()));
    }
  }

  private boolean mayCall(Pods pods, MeshObject entry, String host) {
    if (!isExported(entry, pods.namespace())) {
      return false;
    }
    return pods.gateway() ? routes(pods, host) : knows(pods, entry, host);
  }

  private static boolean isExported(MeshObject entry, String namespace) {
    List<String> to = Json.texts(entry.spec().path("exportTo"));
    return to.isEmpty()
        || to.contains("*")
        || to.contains(namespace)
        || to.contains(".") && entry.namespace().equals(namespace);
  }

  /** A gateway sends to hosts that some route of it names. */
  private boolean routes(Pods pods, String host) {
    List<String> gateways =
        inventory.istio("Gateway").stream()
            .filter(gateway -> pods.carry(Json.map(gateway.spec().path("selector"))))
            .map(MeshObject::path)
            .toList();
    return inventory.istio("VirtualService").stream()
        .filter(service -> Bindings.of(service).stream().anyMatch(gateways::contains))
        .flatMap(service -> service.spec().findValues("destination").stream())
        .anyMatch(destination -> Hosts.covers(host, destination.path("host").asText()));
  }

  private boolean knows(Pods pods, MeshObject entry, String host) {
    List<MeshObject> sidecars = sidecars(pods);
    return sidecars.isEmpty()
        || sidecars.stream()
            .flatMap(sidecar -> Json.each(sidecar.spec().path("egress")))
            .flatMap(egress -> Json.texts(egress.path("hosts")).stream())
            .anyMatch(scope -> holds(scope, pods.namespace(), entry.namespace(), host));
  }

  /** The pods' own, else that of their namespace, else that of the mesh, else none. */
  private List<MeshObject> sidecars(Pods pods) {
    List<MeshObject> all = inventory.istio("Sidecar");
    Stream<List<MeshObject>> nearestFirst =
        Stream.of(
            all.stream()
                .filter(each -> each.namespace().equals(pods.namespace()))
                .filter(each -> !labels(each).isEmpty() && pods.carry(labels(each)))
                .toList(),
            all.stream()
                .filter(each -> each.namespace().equals(pods.namespace()))
                .filter(each -> labels(each).isEmpty())
                .toList(),
            all.stream()
                .filter(each -> inventory.isRoot(each.namespace()))
                .filter(each -> labels(each).isEmpty())
                .toList());
    return nearestFirst.filter(each -> !each.isEmpty()).findFirst().orElse(List.of());
  }

  private static Map<String, String> labels(MeshObject sidecar) {
    return Json.map(sidecar.spec().at("/workloadSelector/labels"));
  }

  /** Whether {@code namespace/host} of a Sidecar holds the host. */
  private static boolean holds(String scope, String own, String of, String host) {
    int slash = scope.indexOf('/');
    String namespace = slash < 0 ? "*" : scope.substring(0, slash);
    boolean here =
        namespace.equals("*") || namespace.equals(of) || namespace.equals(".") && own.equals(of);
    return here && Hosts.covers(scope.substring(slash + 1), host);
  }
}
