package com.onlinestore.components.service;

import com.onlinestore.components.kubernetes.CustomObject;
import com.onlinestore.components.kubernetes.Labels;
import com.onlinestore.components.mesh.istio.DestinationRule;
import com.onlinestore.components.mesh.istio.Sidecar;
import com.onlinestore.components.mesh.istio.VirtualService;
import com.onlinestore.components.observability.PodMonitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How requests reach a service, what its own proxy knows, and how its metrics are read. */
record ServiceTraffic(String name, ServiceSettings settings, Store store) {

  private static final String CONNECT_TIMEOUT = "2s";

  /** For every caller, the gateway included, which looks rules up in the service's namespace. */
  CustomObject destinationRule() {
    TrafficSettings traffic = settings.traffic();
    EjectionSettings ejection = traffic.ejection();
    List<String> visibleTo = new ArrayList<>(List.of("."));
    store.ingressOf(name).ifPresent(gateway -> visibleTo.add(gateway.namespace()));
    return new DestinationRule(
            store.hostOf(name),
            visibleTo,
            new DestinationRule.TrafficPolicy(
                new DestinationRule.ConnectionPool(
                    new DestinationRule.Tcp(traffic.maxConnections(), CONNECT_TIMEOUT),
                    new DestinationRule.Http(traffic.maxPendingRequests(), traffic.maxRequests())),
                new DestinationRule.OutlierDetection(
                    ejection.consecutiveErrors(),
                    ejection.interval().toString(),
                    ejection.time().toString(),
                    ejection.maxPercent())),
            List.of(
                new DestinationRule.Subset(
                    settings.version(), Map.of("version", settings.version()))))
        .named(store.metadata(name));
  }

  CustomObject virtualService() {
    return new VirtualService(
            List.of(store.hostOf(name)),
            List.of(),
            List.of("."),
            List.of(ServiceRoute.to(name, store, List.of(), null)))
        .named(store.metadata(name));
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
