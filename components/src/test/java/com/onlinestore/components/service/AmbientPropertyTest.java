package com.onlinestore.components.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Endpoint;
import com.onlinestore.components.NetworkRules;
import com.onlinestore.components.Yaml;
import com.onlinestore.components.kubernetes.Labels;
import com.onlinestore.components.kubernetes.Manifests;
import com.onlinestore.components.mesh.Waypoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AmbientPropertyTest {

  private static final int TUNNEL = 15008;
  private static final Endpoint WAYPOINT = Endpoint.pod("store", Waypoint.POD_LABELS);
  private static final Endpoint GATEWAY =
      Endpoint.pod("store-gateway", Map.of("istio", "store-gateway"));

  /** What holds with sidecars is proved elsewhere; here it stands at another place. */
  @Property
  void theWaypointAllowsWhatSidecarsWould(@ForAll("stores") Store store) {
    Store ambient = Stores.ambient(store);
    store
        .graph()
        .services()
        .forEach(
            (name, settings) ->
                assertThat(rules(name, settings, ambient)).isEqualTo(rules(name, settings, store)));
  }

  @Property
  void nobodyGoesAroundTheWaypoint(@ForAll("stores") Store any) {
    Store store = Stores.ambient(any);
    NetworkRules network = network(store);
    Map<String, Endpoint> pods = Manifested.pods(store);
    pods.forEach(
        (callee, to) -> {
          int port = store.graph().settingsOf(callee).port();
          for (int each : new int[] {TUNNEL, port}) {
            assertThat(network.letsIn(GATEWAY, to, "TCP", each)).isFalse();
            pods.values().forEach(from -> assertClosed(network, from, to, each));
          }
        });
  }

  @Property
  void whoCallsReachesTheWaypointWhichReachesTheCalled(@ForAll("stores") Store any) {
    Store store = Stores.ambient(any);
    NetworkRules network = network(store);
    Manifested.pods(store)
        .forEach(
            (name, pod) -> {
              boolean calls = !store.graph().settingsOf(name).calls().isEmpty();
              boolean called = !store.callersOf(name).isEmpty();
              assertThat(network.letsOut(pod, WAYPOINT, "TCP", TUNNEL)).isEqualTo(calls);
              assertThat(network.letsIn(pod, WAYPOINT, "TCP", TUNNEL)).isEqualTo(calls);
              assertThat(network.letsOut(WAYPOINT, pod, "TCP", TUNNEL)).isEqualTo(called);
              assertThat(network.letsIn(WAYPOINT, pod, "TCP", TUNNEL)).isEqualTo(called);
            });
  }

  @Provide
  Arbitrary<Store> stores() {
    return Services.stores();
  }

  private static void assertClosed(NetworkRules network, Endpoint from, Endpoint to, int port) {
    assertThat(network.letsOut(from, to, "TCP", port) && network.letsIn(from, to, "TCP", port))
        .isFalse();
  }

  private static String rules(String name, ServiceSettings settings, Store store) {
    return Yaml.part(
            new ServicePolicies(name, settings, store).authorizationPolicy(), "/spec/rules")
        .toString();
  }

  private static NetworkRules network(Store store) {
    List<Map<String, Object>> manifests = new ArrayList<>(Manifested.policies(store));
    manifests.add(
        Manifests.toMap(
            new WaypointNetwork(store)
                .policy(Labels.metadata("waypoint", store.namespace(), Map.of()))));
    return new NetworkRules(manifests);
  }
}
