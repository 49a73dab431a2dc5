package com.onlinestore.components.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.onlinestore.components.Endpoint;
import com.onlinestore.components.MeshRules;
import com.onlinestore.components.NetworkRules;
import com.onlinestore.components.Yaml;
import com.onlinestore.components.service.Call.HttpMethod;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever calls are declared, exactly those work: network, mesh and sidecar agree. */
class GraphPropertyTest {

  private static final Map<String, String> GATEWAY = Map.of("istio", "store-gateway");

  @Property
  void theNetworkOpensDeclaredCallsOnBothEndsAndNoOthers(@ForAll("stores") Store store) {
    NetworkRules network = new NetworkRules(Manifested.policies(store));
    Map<String, Endpoint> pods = Manifested.pods(store);
    forEachPair(
        store,
        (caller, callee, port, call) -> {
          Endpoint from = pods.get(caller);
          Endpoint to = pods.get(callee);
          int number = port.number();
          String pair = caller + " to " + callee + " " + port;
          assertThat(network.letsOut(from, to, "TCP", number)).as(pair).isEqualTo(call.isPresent());
          assertThat(network.letsIn(from, to, "TCP", number)).as(pair).isEqualTo(call.isPresent());
          assertThat(network.letsOut(from, to, "TCP", number + 7)).isFalse();
          assertThat(network.letsIn(from, to, "TCP", number + 7)).isFalse();
          assertThat(network.letsIn(from, to, "UDP", number)).isFalse();
          assertThat(network.letsIn(Endpoint.pod("other", from.labels()), to, "TCP", number))
              .isFalse();
        });
  }

  @Property
  void theMeshAllowsDeclaredRequestsToDeclaredCallersAlone(@ForAll("stores") Store store) {
    MeshRules mesh = new MeshRules(Manifested.policies(store));
    Map<String, Endpoint> pods = Manifested.pods(store);
    forEachPair(
        store,
        (caller, callee, port, call) -> {
          Endpoint to = pods.get(callee);
          String principal = "cluster.local/ns/store/sa/" + caller;
          for (HttpMethod method : HttpMethod.values()) {
            for (String path : List.of("/", "/items", "/items/7", "/itemsheet")) {
              assertThat(mesh.allow(principal, to, port.number(), method.name(), path))
                  .as("%s %s from %s to %s", method, path, caller, callee)
                  .isEqualTo(call.filter(each -> declares(each, method, path)).isPresent());
            }
          }
          assertThat(mesh.allow(principal, to, port.number() + 7, "GET", "/")).isFalse();
          assertThat(
                  mesh.allow("cluster.local/ns/other/sa/" + caller, to, port.number(), "GET", "/"))
              .isFalse();
        });
  }

  @Property
  void aSidecarKnowsTheAddressesOfDeclaredCalleesAlone(@ForAll("stores") Store store) {
    forEachPair(
        store,
        (caller, callee, port, call) -> {
          ServiceTraffic traffic =
              new ServiceTraffic(caller, store.graph().settingsOf(caller), store);
          JsonNode hosts = Yaml.part(traffic.sidecar(), "/spec/egress/0/hosts");
          assertThat(hosts)
              .extracting(JsonNode::asText)
              .filteredOn(host -> host.equals("./" + callee + ".store.svc.cluster.local"))
              .hasSize(calls(store, caller, callee) ? 1 : 0);
        });
  }

  @Property
  void theGatewayReachesExposedServicesAlone(@ForAll("stores") Store store) {
    NetworkRules network = new NetworkRules(Manifested.policies(store));
    MeshRules mesh = new MeshRules(Manifested.policies(store));
    Map<String, Endpoint> pods = Manifested.pods(store);
    Ingress gateway = store.ingress().orElseThrow();
    store
        .graph()
        .services()
        .forEach(
            (name, settings) -> {
              boolean exposed = gateway.reaches(name);
              Endpoint to = pods.get(name);
              int port = settings.port();
              assertThat(network.letsIn(Endpoint.pod("store-gateway", GATEWAY), to, "TCP", port))
                  .isEqualTo(exposed);
              assertThat(network.letsIn(Endpoint.pod("other", GATEWAY), to, "TCP", port)).isFalse();
              assertThat(
                      mesh.allow(
                          "cluster.local/ns/store-gateway/sa/store-gateway",
                          to,
                          port,
                          "PATCH",
                          "/"))
                  .isEqualTo(exposed);
            });
  }

  @Provide
  Arbitrary<Store> stores() {
    return Services.stores();
  }

  private interface Check {
    void accept(String caller, String callee, ServicePort port, Optional<Call> call);
  }

  private static void forEachPair(Store store, Check check) {
    Map<String, ServiceSettings> services = store.graph().services();
    for (String caller : services.keySet()) {
      for (String callee : services.keySet()) {
        for (ServicePort port : services.get(callee).servicePorts()) {
          check.accept(
              caller,
              callee,
              port,
              services.get(caller).calls().stream()
                  .filter(call -> call.service().equals(callee))
                  .filter(call -> port.name().equals(call.port() == null ? "http" : call.port()))
                  .findFirst());
        }
      }
    }
  }

  private static boolean calls(Store store, String caller, String callee) {
    return store.graph().settingsOf(caller).calls().stream()
        .anyMatch(call -> call.service().equals(callee));
  }

  private static boolean declares(Call call, HttpMethod method, String path) {
    return (call.methods().isEmpty() || call.methods().contains(method))
        && (call.paths().isEmpty()
            || call.paths().contains(path)
            || call.paths().contains("/items/*") && path.startsWith("/items/"));
  }
}
