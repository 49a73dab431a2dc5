package com.onlinestore.components.service;

import com.onlinestore.components.kubernetes.KubernetesObject;
import com.onlinestore.components.mesh.PreparedNamespace;
import com.onlinestore.components.observability.RequestMetrics;
import com.onlinestore.components.observability.dashboard.Dashboard;
import com.onlinestore.components.observability.dashboard.ServiceDashboard;
import com.onlinestore.components.observability.dashboard.StoreOverview;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Map;

/**
 * Pages about a store, for whichever Grafana reads ConfigMaps of all namespaces: an overview, and
 * one for each service. Their names have a dot, so that no service's own ConfigMap is called so.
 *
 * <pre>{@code
 * new StoreDashboards("dashboards", store, namespace, cluster.options());
 * }</pre>
 */
public final class StoreDashboards extends ComponentResource {

  private final String name;
  private final Store store;
  private final CustomResourceOptions inside;

  /** Puts the pages into the namespace of {@code store}. */
  public StoreDashboards(
      String name, Store store, PreparedNamespace namespace, ComponentResourceOptions options) {
    super("online-store:service:StoreDashboards", name, options);
    this.name = name;
    this.store = store;
    this.inside =
        CustomResourceOptions.builder().parent(this).dependsOn(namespace.namespace()).build();
    RequestMetrics requests = store.requests();
    page(
        "overview",
        "store.overview",
        new StoreOverview(
                requests,
                List.copyOf(store.graph().services().keySet()),
                store.ingress().map(Ingress::namespace),
                store.monitoring().dataSources())
            .dashboard());
    store
        .graph()
        .services()
        .forEach(
            (service, settings) ->
                page(
                    "of-" + service,
                    service + ".dashboard",
                    new ServiceDashboard(
                            requests,
                            service,
                            List.copyOf(settings.releases().keySet()),
                            store.monitoring().dataSources())
                        .dashboard()));
    registerOutputs(Map.of());
  }

  private void page(String suffix, String configMap, Dashboard dashboard) {
    new KubernetesObject(
        name + "-" + suffix,
        dashboard.configMap(configMap, store.namespace(), store.namespace()),
        inside);
  }
}
