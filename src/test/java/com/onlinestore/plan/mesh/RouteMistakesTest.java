package com.onlinestore.plan.mesh;

import static com.onlinestore.plan.mesh.Inventories.mistakes;
import static com.onlinestore.plan.mesh.Inventories.storeWith;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RouteMistakesTest {

  private static final String DELEGATE =
      """
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: details, namespace: store}
      spec: {http: [{route: [{destination: {host: orders}}]}]}
      """;

  @Test
  void aStoreOfHealthyObjectsHasNone() {
    assertThat(mistakes(storeWith())).isEmpty();
  }

  @Test
  void aSubsetMustBeDefinedByADestinationRuleOfTheHost() {
    assertThat(
            mistakes(
                storeWith(
                    routes(
                        """
                        http:
                          - route: [{destination: {host: orders, subset: v2}}]
                            mirror: {host: orders, subset: v3}
                          - route: [{destination: {host: orders.store.svc.cluster.local, subset: v1}}]
                            mirrors: [{destination: {host: orders, subset: canary}}]
                        """))))
        .containsExactly(
            "VirtualService store/mine spec.http[0].route[0].destination.subset: \"v2\" is a subset"
                + " that no DestinationRule of orders.store.svc.cluster.local defines: define it"
                + " there, or name another. Did you mean \"v1\"?",
            "VirtualService store/mine spec.http[0].mirror.subset: \"v3\" is a subset that no"
                + " DestinationRule of orders.store.svc.cluster.local defines: define it there, or"
                + " name another. Did you mean \"v1\"?",
            "VirtualService store/mine spec.http[1].mirrors[0].destination.subset: \"canary\" is a"
                + " subset that no DestinationRule of orders.store.svc.cluster.local defines:"
                + " define it there, or name another.");
  }

  @Test
  void aHostMustBeDeclaredAndAShortNameIsOfTheObjectsNamespace() {
    assertThat(
            mistakes(
                storeWith(
                    routes(
                        """
                        http: [{route: [{destination: {host: ordres}}]}]
                        tls: [{route: [{destination: {host: api.example.com}}]}]
                        tcp: [{route: [{destination: {host: orders.edge.svc.cluster.local}}]}]
                        """))))
        .containsExactly(
            "VirtualService store/mine spec.http[0].route[0].destination.host: \"ordres\" is"
                + " neither a Service nor the host of a ServiceEntry: correct it, or declare it."
                + " Did you mean \"orders.store.svc.cluster.local\"?",
            "VirtualService store/mine spec.tls[0].route[0].destination.host: \"api.example.com\""
                + " is neither a Service nor the host of a ServiceEntry: correct it, or declare"
                + " it.",
            "VirtualService store/mine spec.tcp[0].route[0].destination.host:"
                + " \"orders.edge.svc.cluster.local\" is neither a Service nor the host of a"
                + " ServiceEntry: correct it, or declare it. Did you mean"
                + " \"orders.store.svc.cluster.local\"?");
  }

  @Test
  void aServiceEntryDeclaresItsHostsAndWildcards() {
    assertThat(
            mistakes(
                storeWith(
                    """
                    apiVersion: networking.istio.io/v1
                    kind: ServiceEntry
                    metadata: {name: outside, namespace: store}
                    spec:
                      hosts: [api.example.com, "*.example.org"]
                      ports: [{number: 443, name: tls, protocol: TLS}]
                    """,
                    routes(
                        """
                        tls:
                          - route: [{destination: {host: api.example.com, port: {number: 443}}}]
                          - route: [{destination: {host: eu.example.org}}]
                        """))))
        .isEmpty();
  }

  @Test
  void nothingIsSaidOfTheServicesOfAHelmRelease() {
    MeshRelease jaeger = new MeshRelease("jaeger", "tracing", "jaeger", Inventories.json("{}"));
    assertThat(
            mistakes(
                storeWith(
                    jaeger,
                    routes(
                        """
                        http: [{route: [{destination: {host: jaeger.tracing.svc.cluster.local}}]}]
                        """))))
        .isEmpty();
  }

  @Test
  void aPortMustBeOneOfTheService() {
    assertThat(
            mistakes(
                storeWith(
                    routes(
                        """
                        http: [{route: [{destination: {host: orders, port: {number: 8080}}}]}]
                        """))))
        .containsExactly(
            "VirtualService store/mine spec.http[0].route[0].destination.port.number: 8080 is not a"
                + " port of orders.store.svc.cluster.local: take 80.");
  }

  @Test
  void weightsOfARouteAreAHundredInSum() {
    assertThat(
            mistakes(
                storeWith(
                    routes(
                        """
                        http:
                          - route:
                              - {destination: {host: orders}, weight: 80}
                              - {destination: {host: orders, subset: v1}, weight: 10}
                          - route: [{destination: {host: orders}}, {destination: {host: orders}}]
                          - route: [{destination: {host: orders}, weight: 100}]
                          - route: [{destination: {host: orders}}]
                        tcp:
                          - route: [{destination: {host: orders}, weight: 5}]
                        """))))
        .containsExactly(
            "VirtualService store/mine spec.http[0].route: the weights are 90 in sum: make them"
                + " 100.",
            "VirtualService store/mine spec.http[1].route: the weights are 0 in sum: make them"
                + " 100.",
            "VirtualService store/mine spec.tcp[0].route: the weights are 5 in sum: make them"
                + " 100.");
  }

  @Test
  void aDelegateMustBeThereAndHaveNoHosts() {
    assertThat(
            mistakes(
                storeWith(
                    DELEGATE,
                    routes(
                        """
                        http:
                          - {delegate: {name: details}}
                          - {delegate: {name: detials, namespace: store}}
                          - {delegate: {name: shop, namespace: edge}}
                        """))))
        .containsExactly(
            "VirtualService store/mine spec.http[1].delegate: \"store/detials\" is not a"
                + " VirtualService of the plan: correct name and namespace. Did you mean"
                + " \"store/details\"?",
            "VirtualService store/mine spec.http[2].delegate: VirtualService edge/shop has hosts:"
                + " leave them away in a delegate.");
  }

  @Test
  void theRoutesOfADelegateAreCheckedToo() {
    assertThat(mistakes(storeWith(DELEGATE.replace("host: orders", "host: order"))))
        .containsExactly(
            "VirtualService store/details spec.http[0].route[0].destination.host: \"order\" is"
                + " neither a Service nor the host of a ServiceEntry: correct it, or declare it."
                + " Did you mean \"orders.store.svc.cluster.local\"?");
  }

  private static String routes(String routes) {
    return """
    apiVersion: networking.istio.io/v1
    kind: VirtualService
    metadata: {name: mine, namespace: store}
    spec:
      hosts: [orders]
    """
        + routes.indent(2);
  }
}
