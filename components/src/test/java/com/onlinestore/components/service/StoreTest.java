package com.onlinestore.components.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
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
    assertThat(Caller.service("shop", "orders", new Call("users")).principal())
        .isEqualTo("cluster.local/ns/shop/sa/orders");
  }

  @Test
  void onlyExposedServicesHaveAnIngress() {
    assertThat(Stores.exposing(STORE, Set.of("orders")).ingressOf("orders")).isPresent();
    assertThat(Stores.exposing(STORE, Set.of("users")).ingressOf("orders")).isEmpty();
    assertThat(STORE.ingressOf("orders")).isEmpty();
  }

  @Test
  void anIngressDoesNotFollowTheListItWasMadeFrom() {
    List<Call> exposed = new ArrayList<>(List.of(new Call("orders")));
    Ingress ingress = new Ingress("gateway", "gateway", Map.of("istio", "gateway"), exposed);
    exposed.add(new Call("users"));

    assertThat(ingress.calls()).containsExactly(new Call("orders"));
    assertThatThrownBy(() -> ingress.podLabels().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
