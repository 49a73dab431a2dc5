package com.onlinestore.components.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.onlinestore.components.Endpoint;
import com.onlinestore.components.MeshRules;
import com.onlinestore.components.NetworkRules;
import com.onlinestore.components.Yaml;
import com.onlinestore.components.service.Call.HttpMethod;
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
        (caller, callee, call) -> {
          Endpoint from = pods.get(caller);
          Endpoint to = pods.get(callee);
          int port = store.graph().settingsOf(callee).port();
          String pair = caller + " to " + callee;
          assertThat(network.letsOut(from, to, "TCP", port)).as(pair).isEqualTo(call.isPresent());
          assertThat(network.letsIn(from, to, "TCP", port)).as(pair).isEqualTo(call.isPresent());
          assertThat(network.letsOut(from, to, "TCP", port + 1)).isFalse();
          assertThat(network.letsIn(from, to, "TCP", port + 1)).isFalse();
          assertThat(network.letsIn(from, to, "UDP", port)).isFalse();
          assertThat(network.letsIn(Endpoint.pod("other", from.labels()), to, "TCP", port))
              .isFalse();
        });
  }

  @Property
  void theMeshAllowsDeclaredMethodsToDeclaredCallersAlone(@ForAll("stores") Store store) {
    MeshRules mesh = new MeshRules(Manifested.policies(store));
    Map<String, Endpoint> pods = Manifested.pods(store);
    forEachPair(
        store,
        (caller, callee, call) -> {
          Endpoint to = pods.get(callee);
          int port = store.graph().settingsOf(callee).port();
          String principal = "cluster.local/ns/store/sa/" + caller;
          for (HttpMethod method : HttpMethod.values()) {
            assertThat(mesh.allow(principal, to, port, method.name()))
                .as("%s from %s to %s", method, caller, callee)
                .isEqualTo(
                    call.map(Call::methods)
                        .filter(methods -> methods.isEmpty() || methods.contains(method))
                        .isPresent());
          }
          assertThat(mesh.allow(principal, to, port + 1, "GET")).isFalse();
          assertThat(mesh.allow("cluster.local/ns/other/sa/" + caller, to, port, "GET")).isFalse();
        });
  }

  @Property
  void aSidecarKnowsTheAddressesOfDeclaredCalleesAlone(@ForAll("stores") Store store) {
    forEachPair(
        store,
        (caller, callee, call) -> {
          ServiceTraffic traffic =
              new ServiceTraffic(caller, store.graph().settingsOf(caller), store);
          JsonNode hosts = Yaml.part(traffic.sidecar(), "/spec/egress/0/hosts");
          assertThat(hosts)
              .extracting(JsonNode::asText)
              .filteredOn(host -> host.equals("./" + callee + ".store.svc.cluster.local"))
              .hasSize(call.isPresent() ? 1 : 0);
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
              boolean exposed = gateway.exposed().contains(name);
              Endpoint to = pods.get(name);
              int port = settings.port();
              assertThat(network.letsIn(Endpoint.pod("store-gateway", GATEWAY), to, "TCP", port))
                  .isEqualTo(exposed);
              assertThat(network.letsIn(Endpoint.pod("other", GATEWAY), to, "TCP", port)).isFalse();
              assertThat(
                      mesh.allow(
                          "cluster.local/ns/store-gateway/sa/store-gateway", to, port, "PATCH"))
                  .isEqualTo(exposed);
            });
  }

  @Provide
  Arbitrary<Store> stores() {
    return Services.stores();
  }

  private interface Check {
    void accept(String caller, String callee, Optional<Call> call);
  }

  private static void forEachPair(Store store, Check check) {
    Map<String, ServiceSettings> services = store.graph().services();
    services.forEach(
        (caller, settings) ->
            services
                .keySet()
                .forEach(
                    callee ->
                        check.accept(
                            caller,
                            callee,
                            settings.calls().stream()
                                .filter(call -> call.service().equals(callee))
                                .findFirst())));
  }
}
