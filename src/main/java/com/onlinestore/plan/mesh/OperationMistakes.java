package com.onlinestore.plan.mesh;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Rules about requests for ports that carry mere bytes: an ALLOW of that kind allows nothing. */
final class OperationMistakes {

  private static final List<String> OF_REQUESTS =
      List.of("methods", "notMethods", "paths", "notPaths", "hosts", "notHosts");

  private OperationMistakes() {}

  static List<Mistake> of(Inventory inventory) {
    List<Mistake> mistakes = new ArrayList<>();
    for (MeshObject policy : inventory.istio("AuthorizationPolicy")) {
      List<HostPort> ports =
          inventory.targets(policy).stream()
              .flatMap(pods -> inventory.servicesOf(pods).stream())
              .distinct()
              .flatMap(service -> Json.each(service.spec().path("ports")))
              .map(HostPort::ofService)
              .toList();
      JsonNode rules = policy.spec().path("rules");
      for (int i = 0; i < rules.size(); i++) {
        JsonNode to = rules.get(i).path("to");
        for (int j = 0; j < to.size(); j++) {
          String path = "spec.rules[%d].to[%d].operation".formatted(i, j);
          check(policy, path, to.get(j).path("operation"), ports, mistakes);
        }
      }
    }
    return mistakes;
  }

  private static void check(
      MeshObject policy,
      String path,
      JsonNode operation,
      List<HostPort> all,
      List<Mistake> mistakes) {
    List<String> named = Json.texts(operation.path("ports"));
    List<HostPort> meant =
        all.stream()
            .filter(port -> named.isEmpty() || named.contains(String.valueOf(port.target())))
            .toList();
    // Without ports a rule is about those it can be about.
    boolean wrong =
        named.isEmpty()
            ? !meant.isEmpty() && meant.stream().noneMatch(HostPort::mayBeHttp)
            : !meant.stream().allMatch(HostPort::mayBeHttp);
    if (!wrong) {
      return;
    }
    HostPort port = meant.stream().filter(each -> !each.mayBeHttp()).findFirst().orElseThrow();
    OF_REQUESTS.stream()
        .filter(operation::has)
        .forEach(
            attribute ->
                mistakes.add(
                    Mistake.in(
                        policy,
                        path + "." + attribute,
                        "port %d speaks %s, which has no %s: remove them, or set the port's"
                            + " appProtocol.",
                        port.target(),
                        port.protocol(),
                        attribute.replaceFirst("^not", "").toLowerCase(Locale.ROOT))));
  }
}
