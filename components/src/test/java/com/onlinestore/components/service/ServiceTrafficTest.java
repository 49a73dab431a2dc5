package com.onlinestore.components.service;

import static com.onlinestore.components.Yaml.assertYaml;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import com.onlinestore.components.mesh.Meshes;
import com.onlinestore.components.observability.Monitoring;
import com.onlinestore.components.observability.alerts.Alerting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ServiceTrafficTest {

  private static final ServiceSettings ORDERS =
      Yaml.read(
          ServiceSettings.class,
          """
          image: acme/orders:1
          version: blue
          port: 9898
          calls: [payments]
          externalHosts:
            - {host: api.example.com}
            - {host: db.example.com, port: 5432}
            - {host: db.example.com, port: 5433}
          traffic:
            timeout: 20s
            retries: {attempts: 1, perTryTimeout: 5s}
            maxConnections: 10
            maxPendingRequests: 20
            maxRequests: 30
            ejection: {consecutiveErrors: 3, interval: 10s, time: 1m, maxPercent: 20}
          """);

  private static final Store STORE =
      Stores.of(Map.of("orders", ORDERS, "payments", Stores.service().build()));

  @Test
  void callersLimitConnectionsAndLeaveFailingPodsAlone() {
    assertYaml(
        traffic(STORE).destinationRule(),
        "/spec",
        """
        host: orders.store.svc.cluster.local
        exportTo: [.]
        trafficPolicy:
          connectionPool:
            tcp: {maxConnections: 10, connectTimeout: 2s}
            http: {http1MaxPendingRequests: 20, http2MaxRequests: 30}
          loadBalancer:
            localityLbSetting:
              enabled: true
              failoverPriority: [topology.kubernetes.io/region, topology.kubernetes.io/zone]
          retryBudget: {percent: 20, minRetryConcurrency: 3}
          outlierDetection:
            consecutive5xxErrors: 3
            interval: 10s
            baseEjectionTime: 60s
            maxEjectionPercent: 20
        subsets: [{name: blue, labels: {version: blue}}]
        """);
  }

  @Test
  void allPodsAreAlikeWhereAskedFor() {
    ServiceSettings spread =
        Yaml.read(ServiceSettings.class, "{image: \"acme/orders:1\", traffic: {locality: spread}}");

    assertYaml(
        new ServiceTraffic("orders", spread, Stores.of("orders", spread)).destinationRule(),
        "/spec/trafficPolicy/loadBalancer",
        "localityLbSetting: {enabled: false}");
  }

  @Test
  void theGatewaySeesTheRulesOfWhatItExposes() {
    assertYaml(
        traffic(Stores.exposing(STORE, Set.of("orders"))).destinationRule(),
        "/spec/exportTo",
        "[., store-gateway]");
    assertYaml(
        traffic(Stores.exposing(STORE, Set.of("payments"))).destinationRule(),
        "/spec/exportTo",
        "[.]");
  }

  /** Without the collector spans would be lost silently (istio#53701). */
  @Test
  void theSidecarKnowsDeclaredCalleesHostsControlPlaneAndCollectorOnly() {
    assertYaml(
        traffic(STORE).sidecar(),
        "/spec",
        """
        workloadSelector: {labels: {app.kubernetes.io/name: orders}}
        outboundTrafficPolicy: {mode: REGISTRY_ONLY}
        egress:
          - hosts:
              - ./payments.store.svc.cluster.local
              - ./api.example.com
              - ./db.example.com
              - istio-system/*
              - tracing/jaeger.tracing.svc.cluster.local
        """);
  }

  @Test
  void withoutCallsAndTracesTheSidecarStillKnowsItsControlPlane() {
    ServiceSettings alone = Stores.service().build();
    Store silent =
        new Store(
            "store",
            new ServiceGraph(Map.of("alone", alone)),
            Meshes.SILENT,
            STORE.monitoring(),
            STORE.mirrors(),
            STORE.ingress());

    assertYaml(
        new ServiceTraffic("alone", alone, silent).sidecar(),
        "/spec/egress",
        "[{hosts: [istio-system/*]}]");
  }

  @Test
  void metricsAreReadFromTheSidecar() {
    assertYaml(
        traffic(STORE).podMonitor().orElseThrow(),
        "/spec/selector",
        "matchLabels: {app.kubernetes.io/name: orders}");
    assertYaml(traffic(STORE).podMonitor().orElseThrow(), "/metadata/namespace", "store");
    Store watched =
        new Store(
            "store",
            STORE.graph(),
            STORE.mesh(),
            new Monitoring(
                "watch", Map.of("release", "kps"), List.of(), Optional.empty(), Alerting.DEFAULTS),
            STORE.mirrors(),
            STORE.ingress());
    assertThat(traffic(watched).podMonitor().orElseThrow().metadata().getLabels())
        .containsEntry("release", "kps")
        .containsEntry("app.kubernetes.io/name", "orders");
  }

  private static ServiceTraffic traffic(Store store) {
    return new ServiceTraffic("orders", ORDERS, store);
  }
}
