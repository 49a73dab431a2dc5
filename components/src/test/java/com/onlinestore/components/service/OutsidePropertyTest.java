package com.onlinestore.components.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Endpoint;
import com.onlinestore.components.MeshRules;
import com.onlinestore.components.NetworkRules;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a service may reach besides other services, and what may reach it. */
class OutsidePropertyTest {

  private static final Endpoint PUBLIC = Endpoint.address("93.184.216.34");
  private static final Endpoint PUBLIC_V6 = Endpoint.address("2606:2800:220::1");
  private static final Endpoint LISTED = Endpoint.address("192.0.2.7");

  @Property
  void publicAddressesAreOpenOnlyOnThePortOfADeclaredHost(@ForAll("stores") Store store) {
    NetworkRules network = new NetworkRules(Manifested.policies(store));
    Map<String, Endpoint> pods = Manifested.pods(store);
    store
        .graph()
        .services()
        .forEach(
            (name, settings) -> {
              Endpoint from = pods.get(name);
              for (int port : new int[] {443, 5432, 80}) {
                assertThat(network.letsOut(from, PUBLIC, "TCP", port))
                    .isEqualTo(
                        settings.externalHosts().stream()
                            .anyMatch(host -> host.port() == port && host.cidrs().isEmpty()));
                assertThat(network.letsOut(from, PUBLIC_V6, "TCP", port))
                    .isEqualTo(network.letsOut(from, PUBLIC, "TCP", port));
                assertThat(network.letsOut(from, LISTED, "TCP", port))
                    .isEqualTo(
                        settings.externalHosts().stream()
                            .filter(host -> host.port() == port)
                            .anyMatch(
                                host ->
                                    host.cidrs().isEmpty()
                                        || host.cidrs().contains("192.0.2.0/24")));
              }
            });
  }

  @Property
  void privateAddressesAndMetadataAreNeverOpen(@ForAll("stores") Store store) {
    NetworkRules network = new NetworkRules(Manifested.policies(store));
    Map<String, Endpoint> pods = Manifested.pods(store);
    for (Endpoint from : pods.values()) {
      for (String address :
          new String[] {
            "169.254.169.254",
            "10.0.0.1",
            "172.16.0.1",
            "192.168.1.1",
            "100.64.0.1",
            "fd00::1",
            "fe80::1"
          }) {
        for (int port : new int[] {443, 5432, 80}) {
          assertThat(network.letsOut(from, Endpoint.address(address), "TCP", port)).isFalse();
        }
      }
    }
  }

  @Property
  void everyServiceFindsNamesControlPlaneAndCollector(@ForAll("stores") Store store) {
    NetworkRules network = new NetworkRules(Manifested.policies(store));
    Map<String, Endpoint> pods = Manifested.pods(store);
    Endpoint dns = Endpoint.pod("kube-system", Map.of("k8s-app", "kube-dns"));
    Endpoint cache = Endpoint.address("169.254.20.10");
    Endpoint istiod = Endpoint.pod("istio-system", Map.of("app", "istiod"));
    Endpoint collector = Endpoint.pod("tracing", Map.of("app", "jaeger"));
    for (Endpoint from : pods.values()) {
      for (String protocol : new String[] {"UDP", "TCP"}) {
        assertThat(network.letsOut(from, dns, protocol, 53)).isTrue();
        assertThat(network.letsOut(from, cache, protocol, 53)).isTrue();
      }
      assertThat(network.letsOut(from, istiod, "TCP", 15012)).isTrue();
      assertThat(network.letsOut(from, collector, "TCP", 4317)).isTrue();
      assertThat(network.letsOut(from, dns, "TCP", 443)).isFalse();
      assertThat(network.letsOut(from, istiod, "TCP", 15017)).isFalse();
      assertThat(network.letsOut(from, collector, "TCP", 16686)).isFalse();
    }
  }

  /** A pod that no service's policies select has those of the namespace. */
  @Property
  void aPodNobodyPlannedMayAskForNamesAndNothingElse(@ForAll("stores") Store store) {
    List<Map<String, Object>> policies = Manifested.policies(store);
    NetworkRules network = new NetworkRules(policies);
    Endpoint debug = Endpoint.pod("store", Map.of("app", "debug"));
    Endpoint dns = Endpoint.pod("kube-system", Map.of("k8s-app", "kube-dns"));

    assertThat(network.letsOut(debug, dns, "UDP", 53)).isTrue();
    assertThat(network.letsOut(debug, PUBLIC, "TCP", 443)).isFalse();
    assertThat(network.letsIn(PUBLIC, debug, "TCP", 80)).isFalse();
    assertThat(new MeshRules(policies).allow("", debug, 80, "GET", "/")).isFalse();
    Manifested.pods(store)
        .forEach(
            (name, pod) -> {
              int port = store.graph().settingsOf(name).port();
              assertThat(network.letsOut(debug, pod, "TCP", port)).isFalse();
              assertThat(network.letsIn(debug, pod, "TCP", port)).isFalse();
            });
  }

  @Property
  void prometheusReadsTheSidecarsMetricsAndNothingElse(@ForAll("stores") Store store) {
    NetworkRules network = new NetworkRules(Manifested.policies(store));
    Map<String, Endpoint> pods = Manifested.pods(store);
    Endpoint prometheus = Endpoint.pod("monitoring", Map.of("app", "prometheus"));
    store
        .graph()
        .services()
        .forEach(
            (name, settings) -> {
              Endpoint to = pods.get(name);
              assertThat(network.letsIn(prometheus, to, "TCP", 15020)).isTrue();
              assertThat(network.letsIn(prometheus, to, "TCP", 15090)).isTrue();
              assertThat(network.letsIn(prometheus, to, "TCP", settings.port())).isFalse();
              assertThat(network.letsIn(Endpoint.pod("other", Map.of()), to, "TCP", 15020))
                  .isFalse();
            });
  }

  @Provide
  Arbitrary<Store> stores() {
    return Services.stores();
  }
}
