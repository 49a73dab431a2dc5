package com.onlinestore.components.service;

import static com.onlinestore.components.Recording.TOP;
import static com.onlinestore.components.Yaml.assertYaml;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Recording;
import com.onlinestore.components.Yaml;
import com.onlinestore.components.cluster.ExistingCluster;
import com.onlinestore.components.cluster.ExistingClusterSettings;
import com.onlinestore.components.mesh.PreparedNamespace;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a gateway that routes by HTTPRoutes finds of a service. */
class StoreServiceEntranceTest {

  private static final ServiceSettings ONE = Stores.service().build();
  private static final ServiceSettings SEVERAL =
      Yaml.read(
          ServiceSettings.class,
          "{image: acme/orders:1, versions: {v1: {weight: 80}, v2: {weight: 20}}}");

  @Test
  void theGatewaysRoutesMayReachItsService() {
    assertThat(extra(ONE))
        .containsExactly("kubernetes:gateway.networking.k8s.io/v1beta1:ReferenceGrant shop-grant");
    assertYaml(
        recording(ONE, true).get("shop-grant").inputs(),
        "/spec",
        """
        from: [{group: gateway.networking.k8s.io, kind: HTTPRoute, namespace: store-gateway}]
        to: [{group: "", kind: Service, name: orders}]
        """);
    assertYaml(recording(ONE, true).get("shop-grant").inputs(), "/metadata/namespace", "store");
  }

  @Test
  void eachOfSeveralVersionsIsAServiceWithTheRulesOfAll() {
    assertThat(extra(SEVERAL))
        .containsExactlyInAnyOrder(
            "kubernetes:gateway.networking.k8s.io/v1beta1:ReferenceGrant shop-grant",
            "kubernetes:core/v1:Service shop-service-v1",
            "kubernetes:core/v1:Service shop-service-v2",
            "kubernetes:networking.istio.io/v1:DestinationRule shop-destination-rule-v1",
            "kubernetes:networking.istio.io/v1:DestinationRule shop-destination-rule-v2");
    Recording recording = recording(SEVERAL, true);
    assertYaml(
        recording.get("shop-grant").inputs(),
        "/spec/to",
        """
        - {group: "", kind: Service, name: orders-v1}
        - {group: "", kind: Service, name: orders-v2}
        """);
    assertYaml(recording.get("shop-service-v2").inputs(), "/metadata/name", "orders-v2");
    assertYaml(
        recording.get("shop-service-v2").inputs(),
        "/spec",
        """
        selector: {app.kubernetes.io/name: orders, version: v2}
        ports:
          - {name: http, appProtocol: http, port: 8080, protocol: TCP, targetPort: 8080}
        """);
    Object own = recording.get("shop-destination-rule").inputs();
    Object rule = recording.get("shop-destination-rule-v2").inputs();
    assertYaml(rule, "/metadata/name", "orders-v2");
    assertYaml(rule, "/spec/host", "orders-v2.store.svc.cluster.local");
    assertYaml(rule, "/spec/exportTo", "[., store-gateway]");
    assertThat(Yaml.part(rule, "/spec/trafficPolicy"))
        .isEqualTo(Yaml.part(own, "/spec/trafficPolicy"));
    assertThat(Yaml.part(rule, "/spec/subsets").isMissingNode()).isTrue();
  }

  /** A share of the requests must not go to pods that are not there yet. */
  @Test
  void theGatewaysRoutesWaitForThePodsOfAllVersions() {
    assertThat(recording(SEVERAL, true).get("shop-destination-rule-v1").dependencies())
        .containsExactly("shop-deployment-v1", "shop-deployment-v2");
    assertThat(backends(SEVERAL, true)).isEqualTo(5);
    assertThat(backends(ONE, true)).isEqualTo(1);
    assertThat(backends(SEVERAL, false)).isZero();
  }

  private static List<String> extra(ServiceSettings settings) {
    List<String> extra = new ArrayList<>(recording(settings, true).childrenOf("shop"));
    extra.removeAll(recording(settings, false).childrenOf("shop"));
    return extra;
  }

  private static int backends(ServiceSettings settings, boolean httpRoutes) {
    int[] count = {0};
    Recording.of(() -> count[0] = shop(settings, httpRoutes).backends().size());
    return count[0];
  }

  private static Recording recording(ServiceSettings settings, boolean httpRoutes) {
    return Recording.of(() -> shop(settings, httpRoutes));
  }

  private static StoreService shop(ServiceSettings settings, boolean httpRoutes) {
    Resource namespace = new ExistingCluster("namespace", ExistingClusterSettings.defaults(), TOP);
    Store store = Stores.of("orders", settings);
    Ingress gateway =
        new Ingress(
            "store-gateway",
            "store-gateway-istio",
            Map.of("istio", "store-gateway"),
            List.of(new Call("orders")),
            httpRoutes ? Set.of("orders") : Set.of());
    return new StoreService(
        "shop",
        "orders",
        new Store(
            store.namespace(),
            store.graph(),
            store.mesh(),
            store.monitoring(),
            store.mirrors(),
            Optional.of(gateway)),
        new PreparedNamespace(namespace, List.of()),
        TOP);
  }
}
