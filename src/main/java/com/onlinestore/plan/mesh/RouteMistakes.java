package com.onlinestore.plan.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import com.onlinestore.components.settings.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Routes that lead nowhere: unknown hosts, ports, subsets and delegates, and odd weights. */
final class RouteMistakes {

  private final Inventory inventory;
  private final MeshObject service;
  private final List<Mistake> mistakes = new ArrayList<>();

  private RouteMistakes(Inventory inventory, MeshObject service) {
    this.inventory = inventory;
    this.service = service;
  }

  static List<Mistake> of(Inventory inventory) {
    return inventory.istio("VirtualService").stream()
        .flatMap(each -> new RouteMistakes(inventory, each).find().stream())
        .toList();
  }

  private List<Mistake> find() {
    for (String protocol : List.of("http", "tls", "tcp")) {
      JsonNode routes = service.spec().path(protocol);
      for (int i = 0; i < routes.size(); i++) {
        check("spec.%s[%d]".formatted(protocol, i), routes.get(i));
      }
    }
    return mistakes;
  }

  private void check(String path, JsonNode route) {
    checkAll(path + ".route", route.path("route"));
    checkWeights(path + ".route", route.path("route"));
    checkAll(path + ".mirrors", route.path("mirrors"));
    if (route.has("mirror")) {
      checkDestination(path + ".mirror", route.path("mirror"));
    }
    if (route.has("delegate")) {
      checkDelegate(path + ".delegate", route.path("delegate"));
    }
  }

  private void checkAll(String path, JsonNode destinations) {
    for (int i = 0; i < destinations.size(); i++) {
      checkDestination(
          "%s[%d].destination".formatted(path, i), destinations.get(i).path("destination"));
    }
  }

  private void checkDestination(String path, JsonNode destination) {
    String host = Hosts.full(destination.path("host").asText(), service.namespace());
    if (!inventory.hosts().mayExist(host)) {
      String written = destination.path("host").asText();
      mistakes.add(UnknownHost.in(service, path + ".host", written, inventory));
      return;
    }
    List<HostPort> ports = inventory.hosts().find(host).orElse(List.of());
    int port = destination.at("/port/number").asInt();
    if (port > 0 && !ports.isEmpty() && ports.stream().noneMatch(each -> each.number() == port)) {
      add(
          path + ".port.number",
          "%d is not a port of %s: take %s.",
          port,
          host,
          ports.stream()
              .map(each -> String.valueOf(each.number()))
              .collect(Collectors.joining(" or ")));
    }
    checkSubset(path + ".subset", destination.path("subset").asText(), host);
  }

  private void checkSubset(String path, String subset, String host) {
    List<String> defined = Subsets.of(host, inventory);
    if (!subset.isEmpty() && !defined.contains(subset)) {
      add(
          path,
          "\"%s\" is a subset that no DestinationRule of %s defines: define it there, or name"
              + " another.%s",
          subset,
          host,
          Nearest.didYouMean(subset, defined));
    }
  }

  // A single destination gets everything and needs no weight.
  private void checkWeights(String path, JsonNode destinations) {
    boolean weighted = Json.each(destinations).anyMatch(each -> each.has("weight"));
    int sum = Json.each(destinations).mapToInt(each -> each.path("weight").asInt()).sum();
    if ((weighted || destinations.size() > 1) && sum != 100) {
      add(path, "the weights are %d in sum: make them 100.", sum);
    }
  }

  private void checkDelegate(String path, JsonNode delegate) {
    String name = delegate.path("name").asText();
    String namespace = delegate.path("namespace").asText(service.namespace());
    String wanted = namespace + "/" + name;
    List<MeshObject> all = inventory.istio("VirtualService");
    List<MeshObject> found = all.stream().filter(each -> each.path().equals(wanted)).toList();
    if (found.isEmpty()) {
      add(
          path,
          "\"%s\" is not a VirtualService of the plan: correct name and namespace.%s",
          wanted,
          Nearest.didYouMean(wanted, all.stream().map(MeshObject::path).toList()));
    } else if (!found.get(0).spec().path("hosts").isEmpty()) {
      add(path, "VirtualService %s has hosts: leave them away in a delegate.", wanted);
    }
  }

  private void add(String path, String text, Object... values) {
    mistakes.add(Mistake.in(service, path, text, values));
  }
}
