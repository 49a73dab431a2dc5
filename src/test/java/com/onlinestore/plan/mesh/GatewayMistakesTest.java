package com.onlinestore.plan.mesh;

import static com.onlinestore.plan.mesh.Inventories.mistakes;
import static com.onlinestore.plan.mesh.Inventories.storeBut;
import static com.onlinestore.plan.mesh.Inventories.storeWith;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GatewayMistakesTest {

  @Test
  void aGatewayNeedsPodsOfAnyNamespace() {
    assertThat(mistakes(storeBut("{istio: entrance}", "{istio: entry}")))
        .containsExactly(
            "Gateway edge/entrance spec.selector: no pods of the plan carry {istio=entry}: take the"
                + " labels of a gateway's pods.");
    assertThat(mistakes(storeBut("{istio: entrance}", "{app.kubernetes.io/name: orders}")))
        .isEmpty();
  }

  @Test
  void everyHostOfAGatewayIsRouted() {
    assertThat(
            mistakes(
                storeBut(
                    "[{hosts: [shop.example.com]",
                    "[{hosts: [\"*.example.com\", store/other.example.org, \"*.example.net\"]")))
        .containsExactly(
            "Gateway edge/entrance spec.servers[0].hosts[1]: no VirtualService routes"
                + " \"other.example.org\" on this gateway, so it answers 404: add a route, or"
                + " remove the host.",
            "Gateway edge/entrance spec.servers[0].hosts[2]: no VirtualService routes"
                + " \"*.example.net\" on this gateway, so it answers 404: add a route, or remove"
                + " the host.");
  }

  @Test
  void aVirtualServiceMustNameAGatewayThatIsThere() {
    assertThat(
            mistakes(
                storeBut("gateways: [entrance]", "gateways: [mesh, entrance, store/entrance]")))
        .containsExactly(
            "VirtualService edge/shop spec.gateways[2]: \"store/entrance\" is not a Gateway of the"
                + " plan: correct name and namespace. Did you mean \"edge/entrance\"?");
  }

  @Test
  void oneHostHasOneVirtualServiceOnOneGateway() {
    assertThat(
            mistakes(
                storeWith(
                    virtualService("again", "edge", "hosts: [shop.example.com]", "edge/entrance"),
                    virtualService("inner", "store", "hosts: [orders]", "mesh"),
                    virtualService(
                        "inner-again", "store", "hosts: [orders.store.svc.cluster.local]", "mesh"),
                    virtualService(
                        "from-edge", "edge", "hosts: [orders.store.svc.cluster.local]", "mesh"))))
        .containsExactly(
            "VirtualService edge/again spec.hosts[0]: \"shop.example.com\" has routes on Gateway"
                + " edge/entrance by VirtualService edge/shop already, and nobody knows whose come"
                + " first: put them into one object.",
            "VirtualService store/inner-again spec.hosts[0]: \"orders.store.svc.cluster.local\" has"
                + " routes on the mesh in store by VirtualService store/inner already, and nobody"
                + " knows whose come first: put them into one object.");
  }

  private static String virtualService(
      String name, String namespace, String hosts, String gateway) {
    return """
    apiVersion: networking.istio.io/v1
    kind: VirtualService
    metadata: {name: %s, namespace: %s}
    spec:
      %s
      gateways: [%s]
      http: [{route: [{destination: {host: orders.store.svc.cluster.local}}]}]
    """
        .formatted(name, namespace, hosts, gateway);
  }
}
