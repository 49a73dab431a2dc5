package com.onlinestore.components.service;

import com.onlinestore.components.kubernetes.CustomObject;
import com.onlinestore.components.kubernetes.Labels;
import com.onlinestore.components.mesh.istio.DestinationRule;
import com.onlinestore.components.mesh.istio.DestinationRule.ConnectionPool;
import com.onlinestore.components.mesh.istio.DestinationRule.Http;
import com.onlinestore.components.mesh.istio.DestinationRule.LoadBalancer;
import com.onlinestore.components.mesh.istio.DestinationRule.LocalityLb;
import com.onlinestore.components.mesh.istio.DestinationRule.OutlierDetection;
import com.onlinestore.components.mesh.istio.DestinationRule.RetryBudget;
import com.onlinestore.components.mesh.istio.DestinationRule.Subset;
import com.onlinestore.components.mesh.istio.DestinationRule.Tcp;
import com.onlinestore.components.mesh.istio.DestinationRule.TrafficPolicy;
import com.onlinestore.components.mesh.istio.DestinationRuleTrafficPolicyBuilder;
import com.onlinestore.components.mesh.istio.Sidecar;
import com.onlinestore.components.observability.PodMonitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How requests reach a service, what its own proxy knows, and how its metrics are read. */
record ServiceTraffic(String name, ServiceSettings settings, Store store) {

  private static final String CONNECT_TIMEOUT = "2s";

  /** Envoy's own default: a quiet service may always retry a little. */
  private static final int LEAST_RETRIES = 3;

  private static final List<String> NEAREST_FIRST =
      List.of("topology.kubernetes.io/region", "topology.kubernetes.io/zone");

  /** For every caller, the gateway included, which looks rules up in the service's namespace. */
  CustomObject destinationRule() {
    return new DestinationRule(
            store.hostOf(name),
            ServiceRoutes.visibleTo(store, name),
            policy(settings.traffic()),
            settings.canary() == null ? byVersion() : ServiceCanary.subsets(name))
        .named(settings.canary() == null ? store.metadata(name) : ServiceCanary.rule(name, store));
  }

  private List<Subset> byVersion() {
    return new ServiceVersions(settings)
        .all().keySet().stream()
            .map(version -> new Subset(version, Map.of(Labels.VERSION, version)))
            .toList();
  }

  /** The same for the Service of one version, which is another host to a caller. */
  CustomObject versionRule(String version) {
    return new DestinationRule(
            store.hostOf(Store.nameOf(name, version)),
            ServiceRoutes.visibleTo(store, name),
            policy(settings.traffic()),
            List.of())
        .named(store.metadata(name, version));
  }

  private static TrafficPolicy policy(TrafficSettings traffic) {
    EjectionSettings ejection = traffic.ejection();
    boolean near = traffic.locality() == Locality.FAILOVER;
    return DestinationRuleTrafficPolicyBuilder.builder()
        .connectionPool(
            new ConnectionPool(
                new Tcp(traffic.maxConnections(), CONNECT_TIMEOUT),
                new Http(traffic.maxPendingRequests(), traffic.maxRequests())))
        .loadBalancer(new LoadBalancer(new LocalityLb(near, near ? NEAREST_FIRST : List.of())))
        .outlierDetection(
            new OutlierDetection(
                ejection.consecutiveErrors(),
                ejection.interval().toString(),
                ejection.time().toString(),
                ejection.maxPercent()))
        .retryBudget(new RetryBudget(traffic.retries().budget(), LEAST_RETRIES))
        .build();
  }

  /** Declared callees, declared hosts, the control plane and the trace collector: nothing else. */
  CustomObject sidecar() {
    List<String> hosts = new ArrayList<>();
    settings.calls().stream()
        .map(call -> "./" + store.hostOf(call.service()))
        .distinct()
        .forEach(hosts::add);
    settings.externalHosts().stream()
        .map(external -> "./" + external.host())
        .distinct()
        .forEach(hosts::add);
    hosts.add(store.mesh().namespace() + "/*");
    store
        .mesh()
        .collector()
        .ifPresent(collector -> hosts.add(collector.namespace() + "/" + collector.host()));
    return new Sidecar(
            new Sidecar.WorkloadSelector(Labels.selector(name)),
            Sidecar.REGISTRY_ONLY,
            List.of(new Sidecar.Egress(hosts)))
        .named(store.metadata(name));
  }

  /** Of a service in an ambient mesh only where it has metrics: there is no sidecar to ask. */
  Optional<CustomObject> podMonitor() {
    Optional<PodMonitor> monitor =
        store.mesh().ambient()
            ? settings
                .metrics()
                .map(
                    port ->
                        PodMonitor.ownMetrics(
                            Labels.selector(name), port.name(), settings.metricsPath()))
            : Optional.of(PodMonitor.mergedMetrics(Labels.selector(name)));
    return monitor.map(
        spec -> spec.named(store.metadata(name), store.monitoring().monitorLabels()));
  }
}
