package com.onlinestore.components.service;

import com.onlinestore.components.kubernetes.CustomObject;
import com.onlinestore.components.kubernetes.KubernetesObject;
import com.onlinestore.components.mesh.MeshedNamespace;
import com.onlinestore.components.mesh.PreparedNamespace;
import com.onlinestore.components.observability.Monitoring;
import com.onlinestore.components.observability.alerts.PrometheusRule;
import com.onlinestore.components.observability.alerts.StoreAlerts;
import com.onlinestore.components.settings.Problems;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The store's namespace with its guard rails, and the outside hosts its services may call.
 *
 * <p>Here the graph as a whole is checked, because every store has one namespace: a graph with
 * {@link ServiceGraph#problems() problems} is refused.
 *
 * <pre>{@code
 * PreparedNamespace namespace =
 *     new StoreNamespace("store", store, 5.0, cluster.options()).prepared();
 * }</pre>
 */
public final class StoreNamespace extends ComponentResource {

  /** No service can be called so. */
  private static final String ALERTS = "store-alerts";

  private final PreparedNamespace prepared;

  /**
   * Creates the namespace of {@code store}.
   *
   * @param sampling percent of requests that are traced
   */
  public StoreNamespace(
      String name, Store store, double sampling, ComponentResourceOptions options) {
    super("online-store:service:StoreNamespace", name, options);
    Problems.refuse(name + ": the store's service graph has problems", store.graph().problems());
    if (store.mesh().ambient()) {
      Problems.refuse(
          name + ": an ambient mesh does not keep what services ask of it",
          AmbientLimits.problems(store.graph().services()));
    }
    MeshedNamespace meshed =
        new MeshedNamespace(
            name + "-mesh",
            store.namespace(),
            store.namespace(),
            store.mesh(),
            store.mesh().memberLabels(),
            sampling,
            ComponentResourceOptions.builder().parent(this).build());
    NamespaceBudget budget =
        new NamespaceBudget(
            store.namespace(),
            store.graph().services().values().stream()
                .flatMap(service -> service.releases().values().stream())
                .toList(),
            store.mesh());
    Resource quota = inside(name + "-quota", budget.quota(), meshed);
    Resource limits = inside(name + "-limits", budget.limitRange(), meshed);
    List<Resource> guards = new ArrayList<>(List.of(quota, limits));
    if (store.mesh().ambient()) {
      guards.addAll(waypoint(name, store, meshed));
    } else {
      StoreEgress.entries(store).forEach(entry -> egress(name + "-egress-", entry, meshed));
      StoreEgress.tlsOrigination(store)
          .forEach(rule -> egress(name + "-egress-tls-", rule, meshed));
    }
    alerts(name, store, meshed);
    this.prepared = meshed.prepared().with(guards);
    registerOutputs(Map.of());
  }

  /** The namespace with its guards, quota and limits. */
  public PreparedNamespace prepared() {
    return prepared;
  }

  private List<Resource> waypoint(String name, Store store, MeshedNamespace meshed) {
    return new StoreWaypoint(
            name + "-waypoint",
            store,
            meshed.prepared(),
            ComponentResourceOptions.builder().parent(this).build())
        .guards();
  }

  private void alerts(String name, Store store, MeshedNamespace meshed) {
    Monitoring monitoring = store.monitoring();
    StoreAlerts alerts =
        new StoreAlerts(
            store.namespace(),
            store.ingress().map(Ingress::namespace),
            !store.mesh().ambient(),
            monitoring.alerting());
    List<Resource> before = new ArrayList<>(monitoring.ready());
    before.add(meshed.prepared().namespace());
    new KubernetesObject(
        name + "-alerts",
        new PrometheusRule(List.of(alerts.group()))
            .named(store.metadata(ALERTS), monitoring.monitorLabels()),
        CustomResourceOptions.builder().parent(this).dependsOn(before).build());
  }

  private void egress(String prefix, CustomObject object, MeshedNamespace meshed) {
    new KubernetesObject(prefix + object.metadata().getName(), object, after(meshed));
  }

  private Resource inside(String name, HasMetadata object, MeshedNamespace meshed) {
    return new KubernetesObject(name, object, after(meshed));
  }

  private CustomResourceOptions after(MeshedNamespace meshed) {
    return CustomResourceOptions.builder()
        .parent(this)
        .dependsOn(meshed.prepared().namespace())
        .build();
  }
}
