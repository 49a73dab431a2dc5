package com.onlinestore.plan.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import com.onlinestore.plan.labels.Namespaced;
import com.onlinestore.plan.labels.SelectorIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Calls to hosts outside: the ServiceEntries that a Sidecar lets its pods know. */
final class OutsideCalls {

  private static final List<String> EVERYTHING = List.of("*/*");

  private final Inventory inventory;
  private final Namespaced<SelectorIndex<MeshObject>> sidecars;
  private final List<Call> calls = new ArrayList<>();

  private OutsideCalls(Inventory inventory) {
    this.inventory = inventory;
    // One that says nothing of egress leaves it to the next.
    this.sidecars =
        Namespaced.of(
            inventory.istio("Sidecar").stream()
                .filter(each -> !each.spec().path("egress").isEmpty())
                .toList(),
            MeshObject::namespace,
            each -> SelectorIndex.of(each, OutsideCalls::labels));
  }

  static List<Call> of(Inventory inventory) {
    OutsideCalls outside = new OutsideCalls(inventory);
    inventory.pods().forEach(outside::addAll);
    return outside.calls;
  }

  private void addAll(Pods from) {
    List<String> scopes = scopes(from);
    List<String> routed = from.gateway() ? routed(from) : List.of();
    for (MeshObject entry : inventory.istio("ServiceEntry")) {
      for (String host : Json.texts(entry.spec().path("hosts"))) {
        boolean reached =
            from.gateway()
                ? routed.stream().anyMatch(each -> Hosts.covers(host, each))
                : scopes.stream().anyMatch(each -> holds(each, from, entry, host));
        if (reached && isExported(entry, from.namespace())) {
          add(from, entry, host);
        }
      }
    }
  }

  private void add(Pods from, MeshObject entry, String host) {
    for (JsonNode port : entry.spec().path("ports")) {
      String text = port.path("protocol").asText() + " " + port.path("number").asText();
      calls.add(
          new Call(Node.of(from), Node.host(host), List.of(text), List.of(), List.of(), List.of()));
    }
  }

  private static boolean isExported(MeshObject entry, String namespace) {
    List<String> to = Json.texts(entry.spec().path("exportTo"));
    return to.isEmpty()
        || to.contains("*")
        || to.contains(namespace)
        || to.contains(".") && entry.namespace().equals(namespace);
  }

  /** The hosts that some route of a gateway sends to. */
  private List<String> routed(Pods pods) {
    List<String> gateways =
        inventory.istio("Gateway").stream()
            .filter(gateway -> pods.carry(Json.map(gateway.spec().path("selector"))))
            .map(MeshObject::path)
            .toList();
    return inventory.istio("VirtualService").stream()
        .filter(service -> Bindings.of(service).stream().anyMatch(gateways::contains))
        .flatMap(service -> service.spec().findValues("destination").stream())
        .map(destination -> destination.path("host").asText())
        .toList();
  }

  /** What the Sidecar of some pods holds: their own, else that of the namespace, of the mesh. */
  private List<String> scopes(Pods pods) {
    List<MeshObject> here = sidecars.in(pods.namespace()).meaning(pods.labels());
    return Stream.of(
            here.stream().filter(each -> !labels(each).isEmpty()).toList(),
            here.stream().filter(each -> labels(each).isEmpty()).toList(),
            sidecars.in(inventory.root()).meaning(Map.of()))
        .filter(found -> !found.isEmpty())
        .findFirst()
        .map(
            found ->
                found.stream()
                    .flatMap(sidecar -> Json.each(sidecar.spec().path("egress")))
                    .flatMap(egress -> Json.texts(egress.path("hosts")).stream())
                    .toList())
        .orElse(EVERYTHING);
  }

  private static Map<String, String> labels(MeshObject sidecar) {
    return Json.map(sidecar.spec().at("/workloadSelector/labels"));
  }

  /** Whether {@code namespace/host} of a Sidecar holds the host of an entry. */
  private static boolean holds(String scope, Pods pods, MeshObject entry, String host) {
    String namespace = scope.substring(0, Math.max(0, scope.indexOf('/')));
    boolean here =
        namespace.equals("*")
            || namespace.equals(entry.namespace())
            || namespace.equals(".") && pods.namespace().equals(entry.namespace());
    return here && Hosts.covers(scope.substring(scope.indexOf('/') + 1), host);
  }
}
