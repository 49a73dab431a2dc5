package com.onlinestore.components.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StoreTest {

  private static final Store STORE = Stores.of("orders", Stores.service().build());

  @Test
  void namesServicesInTheWholeCluster() {
    assertThat(STORE.hostOf("orders")).isEqualTo("orders.store.svc.cluster.local");
  }

  @Test
  void identifiesAServiceAccountInItsMesh() {
    assertThat(Store.principal("shop", "orders")).isEqualTo("cluster.local/ns/shop/sa/orders");
  }

  @Test
  void onlyExposedServicesHaveAnIngress() {
    assertThat(Stores.exposing(STORE, Set.of("orders")).ingressOf("orders")).isPresent();
    assertThat(Stores.exposing(STORE, Set.of("users")).ingressOf("orders")).isEmpty();
    assertThat(STORE.ingressOf("orders")).isEmpty();
  }

  @Test
  void anIngressDoesNotFollowTheSetItWasMadeFrom() {
    Set<String> exposed = new HashSet<>(Set.of("orders"));
    Ingress ingress = new Ingress("gateway", "gateway", Map.of("istio", "gateway"), exposed);
    exposed.add("users");

    assertThat(ingress.exposed()).containsExactly("orders");
    assertThatThrownBy(() -> ingress.podLabels().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
