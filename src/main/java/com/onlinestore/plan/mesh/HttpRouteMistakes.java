package com.onlinestore.plan.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import com.onlinestore.components.settings.Nearest;
import java.util.ArrayList;
import java.util.List;

/** HTTPRoutes on no gateway, to unknown Services, or to those of others without their leave. */
final class HttpRouteMistakes {

  private final Inventory inventory;
  private final MeshObject route;
  private final List<Mistake> mistakes = new ArrayList<>();

  private HttpRouteMistakes(Inventory inventory, MeshObject route) {
    this.inventory = inventory;
    this.route = route;
  }

  static List<Mistake> of(Inventory inventory) {
    return inventory.objects().stream()
        .filter(object -> object.isOfTheApi("HTTPRoute"))
        .flatMap(each -> new HttpRouteMistakes(inventory, each).find().stream())
        .toList();
  }

  private List<Mistake> find() {
    JsonNode parents = route.spec().path("parentRefs");
    for (int i = 0; i < parents.size(); i++) {
      if (parents.get(i).path("kind").asText("Gateway").equals("Gateway")) {
        checkGateway("spec.parentRefs[%d]".formatted(i), parents.get(i));
      }
    }
    JsonNode rules = route.spec().path("rules");
    for (int i = 0; i < rules.size(); i++) {
      JsonNode backends = rules.get(i).path("backendRefs");
      for (int j = 0; j < backends.size(); j++) {
        checkBackend("spec.rules[%d].backendRefs[%d]".formatted(i, j), backends.get(j));
      }
      JsonNode filters = rules.get(i).path("filters");
      for (int j = 0; j < filters.size(); j++) {
        JsonNode copies = filters.get(j).at("/requestMirror/backendRef");
        if (copies.isObject()) {
          String path = "spec.rules[%d].filters[%d].requestMirror.backendRef";
          checkBackend(path.formatted(i, j), copies);
        }
      }
    }
    return mistakes;
  }

  private void checkGateway(String path, JsonNode parent) {
    String wanted = namespaceOf(parent) + "/" + parent.path("name").asText();
    List<MeshObject> all =
        inventory.objects().stream().filter(MeshObject::isGatewayOfTheApi).toList();
    List<MeshObject> found = all.stream().filter(each -> each.path().equals(wanted)).toList();
    if (found.isEmpty()) {
      add(
          path,
          "\"%s\" is not a Gateway of the plan: correct name and namespace.%s",
          wanted,
          Nearest.didYouMean(wanted, all.stream().map(MeshObject::path).toList()));
      return;
    }
    String section = parent.path("sectionName").asText();
    List<String> listeners = found.get(0).spec().path("listeners").findValuesAsText("name");
    if (!section.isEmpty() && !listeners.contains(section)) {
      add(
          path + ".sectionName",
          "\"%s\" is not a listener of %s: correct it.%s",
          section,
          found.get(0),
          Nearest.didYouMean(section, listeners));
    }
  }

  private void checkBackend(String path, JsonNode backend) {
    if (!backend.path("kind").asText("Service").equals("Service")) {
      return;
    }
    String name = backend.path("name").asText();
    String namespace = namespaceOf(backend);
    String host = Hosts.full(name, namespace);
    if (!inventory.hosts().mayExist(host)) {
      mistakes.add(UnknownHost.in(route, path, host, inventory));
      return;
    }
    int port = backend.path("port").asInt();
    List<Integer> ports =
        inventory.hosts().find(host).orElse(List.of()).stream().map(HostPort::number).toList();
    if (!ports.isEmpty() && !ports.contains(port)) {
      add(path + ".port", "%d is not a port of %s (%s): take one.", port, host, ports);
    }
    if (!namespace.equals(route.namespace()) && !granted(name, namespace)) {
      add(
          path,
          "no ReferenceGrant in %s lets HTTPRoutes of %s reach Service %s, so it is answered 500:"
              + " add one.",
          namespace,
          route.namespace(),
          name);
    }
  }

  private boolean granted(String service, String namespace) {
    return inventory.objects().stream()
        .filter(each -> each.isOfTheApi("ReferenceGrant") && each.namespace().equals(namespace))
        .map(MeshObject::spec)
        .anyMatch(
            grant ->
                Json.each(grant.path("from")).anyMatch(this::isThisRoute)
                    && Json.each(grant.path("to"))
                        .filter(to -> to.path("kind").asText().equals("Service"))
                        .anyMatch(to -> to.path("name").asText(service).equals(service)));
  }

  private boolean isThisRoute(JsonNode from) {
    return from.path("kind").asText().equals(route.kind())
        && from.path("group").asText().equals(route.group())
        && from.path("namespace").asText().equals(route.namespace());
  }

  private String namespaceOf(JsonNode reference) {
    return reference.path("namespace").asText(route.namespace());
  }

  private void add(String path, String text, Object... values) {
    mistakes.add(Mistake.in(route, path, text, values));
  }
}
