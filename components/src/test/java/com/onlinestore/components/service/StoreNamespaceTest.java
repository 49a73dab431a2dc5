package com.onlinestore.components.service;

import static com.onlinestore.components.Recording.TOP;
import static com.onlinestore.components.Yaml.assertYaml;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Recording;
import com.onlinestore.components.Registered;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StoreNamespaceTest {

  private static final Store STORE =
      Stores.of(
          "orders",
          Stores.service()
              .externalHosts(List.of(new ExternalHost("api.example.com", null, null, null)))
              .build());

  /** The namespace and what forbids everything nobody allowed, in the order of their names. */
  private static final List<String> GUARDS =
      List.of(
          "shop-mesh-allow-dns",
          "shop-mesh-default-deny",
          "shop-mesh-deny-by-default",
          "shop-mesh-strict-mtls",
          "shop-mesh-tracing");

  @Test
  void isAMeshedNamespaceWithABudgetAndItsOutsideHosts() {
    Recording recording = Recording.of(() -> namespace("shop"));

    assertThat(recording.get("shop").type()).isEqualTo("online-store:service:StoreNamespace");
    assertThat(recording.childrenOf("shop"))
        .containsExactlyInAnyOrder(
            "online-store:mesh:MeshedNamespace shop-mesh",
            "kubernetes:core/v1:ResourceQuota shop-quota",
            "kubernetes:core/v1:LimitRange shop-limits",
            "kubernetes:networking.istio.io/v1:ServiceEntry shop-egress-api.example.com",
            "kubernetes:monitoring.coreos.com/v1:PrometheusRule shop-alerts");
    assertThat(recording.childrenOf("shop-mesh")).hasSize(6);
    assertThat(recording.resources()).hasSize(12);
  }

  @Test
  void everythingInItWaitsForTheNamespace() {
    Recording recording = Recording.of(() -> namespace("shop"));

    for (String name :
        List.of("shop-quota", "shop-limits", "shop-egress-api.example.com", "shop-alerts")) {
      assertThat(recording.get(name).dependencies()).containsExactly("shop-mesh-namespace");
      assertYaml(recording.get(name).inputs(), "/metadata/namespace", "store");
    }
    assertYaml(recording.get("shop-mesh-namespace").inputs(), "/metadata/name", "store");
    assertYaml(
        recording.get("shop-mesh-tracing").inputs(),
        "/spec/tracing/0/randomSamplingPercentage",
        "5");
  }

  @Test
  void aPodMustWaitForTheGuardRails() {
    AtomicReference<StoreNamespace> namespace = new AtomicReference<>();
    Recording.of(() -> namespace.set(namespace("shop")));

    assertThat(namespace.get().prepared().guards())
        .extracting(resource -> resource.pulumiResourceName())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(GUARDS.stream(), Stream.of("shop-quota", "shop-limits")).toList());
  }

  @Test
  void twoInAStackShareNoResourceName() {
    Recording recording =
        Recording.of(
            () -> {
              namespace("one");
              namespace("two");
            });

    assertThat(recording.resources())
        .hasSize(24)
        .extracting(Registered::toString)
        .doesNotHaveDuplicates();
  }

  @Test
  void aStoreWithoutOutsideHostsHasNoEntries() {
    Store plain = Stores.of(Map.of("orders", Stores.service().build()));

    assertThat(Recording.of(() -> new StoreNamespace("shop", plain, 5, TOP)).childrenOf("shop"))
        .hasSize(4);
  }

  @Test
  void refusesAGraphWithProblems() {
    Store broken = Stores.of("orders", Stores.calling("order", "cart"));

    assertThat(Recording.refusal(() -> new StoreNamespace("shop", broken, 5, TOP)))
        .isEqualTo(
            "shop: the store's service graph has problems%n".formatted()
                + "  orders.calls[0]: \"order\" is not a service of this store. Did you mean"
                + " \"orders\"?%n".formatted()
                + "  orders.calls[1]: \"cart\" is not a service of this store.");
  }

  private static StoreNamespace namespace(String name) {
    return new StoreNamespace(name, STORE, 5, TOP);
  }
}
