package com.onlinestore.components.observability.dashboard;

import com.onlinestore.components.cluster.CostEstimate;
import com.onlinestore.components.kubernetes.KubernetesObject;
import com.onlinestore.components.observability.Monitoring;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Map;

/**
 * Pages about what all stores of a cluster share: the mesh with its gateways, capacity and cost.
 * One per cluster, beside its Grafana.
 *
 * <pre>{@code
 * new PlatformDashboards("dashboards", monitoring, cluster.cost(), cluster.options());
 * }</pre>
 */
public final class PlatformDashboards extends ComponentResource {

  /** Puts the pages where Grafana's sidecar finds them. */
  public PlatformDashboards(
      String name, Monitoring monitoring, CostEstimate cost, ComponentResourceOptions options) {
    super("online-store:observability:PlatformDashboards", name, options);
    CustomResourceOptions inside =
        CustomResourceOptions.builder().parent(this).dependsOn(monitoring.ready()).build();
    for (Dashboard dashboard :
        List.of(MeshDashboard.dashboard(), new ClusterDashboard(cost).dashboard())) {
      new KubernetesObject(
          name + "-" + dashboard.uid(),
          dashboard.configMap(dashboard.uid(), monitoring.namespace(), monitoring.namespace()),
          inside);
    }
    registerOutputs(Map.of());
  }
}
