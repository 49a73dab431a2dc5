package com.onlinestore.components.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Endpoint;
import com.onlinestore.components.MeshRules;
import com.onlinestore.components.NetworkRules;
import com.onlinestore.components.kubernetes.Labels;
import com.onlinestore.components.kubernetes.Manifests;
import com.onlinestore.components.service.Call;
import com.onlinestore.components.service.Manifested;
import com.onlinestore.components.service.Services;
import com.onlinestore.components.service.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** From outside to a service and no further, whatever is exposed. */
class GatewayPropertyTest {

  private static final Endpoint CLIENT = Endpoint.address("203.0.113.9");
  private static final Endpoint GATEWAY =
      Endpoint.pod("store-gateway", Map.of("istio", "store-gateway", "app", "store-gateway"));

  @Property
  void theGatewayIsOpenToEverybodyAndReachesWhatItRoutesTo(
      @ForAll("stores") Store graph, @ForAll boolean encrypted, @ForAll GatewayApi api) {
    List<String> exposed =
        graph.ingress().orElseThrow().calls().stream().map(Call::service).distinct().toList();
    Assume.that(!exposed.isEmpty());
    RouteSettings[] routes =
        exposed.stream()
            .map(name -> Gateways.route("/" + name, name))
            .toArray(RouteSettings[]::new);
    GatewaySettings settings =
        GatewaySettingsBuilder.builder(
                encrypted ? Gateways.encrypted(routes) : Gateways.plain(routes))
            .api(api)
            .build();
    Store store = withIngress(graph, settings);
    List<Map<String, Object>> manifests = manifests(settings, store);
    NetworkRules network = new NetworkRules(manifests);
    MeshRules mesh = new MeshRules(manifests);

    for (int port : new int[] {80, 443, 15021, 15020, 8080}) {
      boolean open = port == 80 || port == 15021 || port == 443 && encrypted;
      assertThat(network.letsIn(CLIENT, GATEWAY, "TCP", port)).isEqualTo(open);
    }
    assertThat(mesh.allow("", GATEWAY, 80, "GET", "/")).isTrue();
    assertThat(mesh.allow("", GATEWAY, 443, "GET", "/")).isEqualTo(encrypted);
    Manifested.pods(store)
        .forEach(
            (name, pod) -> {
              int port = store.graph().settingsOf(name).port();
              assertThat(network.letsOut(GATEWAY, pod, "TCP", port))
                  .isEqualTo(exposed.contains(name));
              assertThat(network.letsIn(GATEWAY, pod, "TCP", port))
                  .isEqualTo(exposed.contains(name));
              assertThat(
                      mesh.allow(
                          "cluster.local/ns/store-gateway/sa/" + api.suffixed("store-gateway"),
                          pod,
                          port,
                          "GET",
                          "/"))
                  .isEqualTo(exposed.contains(name));
              assertThat(network.letsOut(pod, GATEWAY, "TCP", 80)).isFalse();
            });
  }

  @Provide
  Arbitrary<Store> stores() {
    return Services.stores();
  }

  private static List<Map<String, Object>> manifests(GatewaySettings settings, Store store) {
    GatewayPolicies policies = new GatewayPolicies("store-gateway", settings, store);
    List<Map<String, Object>> manifests = new ArrayList<>(Manifested.policies(store));
    manifests.add(Manifests.toMap(policies.networkPolicy()));
    manifests.add(
        Manifests.toMap(
            policies
                .authorizationPolicy()
                .named(Labels.metadata("store-gateway", "store-gateway", Map.of()))));
    return manifests;
  }

  private static Store withIngress(Store store, GatewaySettings settings) {
    return new Store(
        store.namespace(),
        store.graph(),
        store.mesh(),
        store.monitoring(),
        store.mirrors(),
        Optional.of(StoreGateway.ingress(store.namespace(), settings)));
  }
}
