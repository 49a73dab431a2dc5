package com.onlinestore.components.observability;

import com.onlinestore.components.cluster.ClusterFacts;
import com.onlinestore.components.helm.Chart;
import com.onlinestore.components.helm.HelmRelease;
import com.onlinestore.components.helm.Mirrors;
import com.onlinestore.components.kubernetes.GuardedNamespace;
import com.onlinestore.components.kubernetes.Hardening.PodSecurity;
import com.onlinestore.components.mesh.TracingCollector;
import com.onlinestore.components.settings.Profile;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.Map;

/**
 * Jaeger v2 in one process, which takes spans over OTLP and shows traces.
 *
 * <p>In dev traces are in memory and gone with the pod; in prod they are on a volume that one pod
 * holds, so an update has a short gap. One per cluster, because the chart's ConfigMap has a fixed
 * name.
 */
public final class JaegerTracing extends ComponentResource {

  /** Where Jaeger goes; restricted, unlike Prometheus' namespace. */
  public static final String NAMESPACE = "tracing";

  /** Where proxies send spans. */
  public static final TracingCollector COLLECTOR =
      new TracingCollector(NAMESPACE, "jaeger", TracingCollector.OTLP_GRPC);

  /** The unique id of Grafana's data source. */
  static final String DATA_SOURCE = "jaeger";

  private static final int QUERY_PORT = 16686;

  /** Installs Jaeger. */
  public JaegerTracing(
      String name,
      TracingSettings settings,
      Profile profile,
      ClusterFacts facts,
      Mirrors mirrors,
      ComponentResourceOptions options) {
    super("online-store:observability:JaegerTracing", name, options);
    Resource namespace =
        GuardedNamespace.create(
            name + "-namespace",
            NAMESPACE,
            "tracing",
            PodSecurity.RESTRICTED,
            GuardedNamespace.OUTSIDE_MESH,
            CustomResourceOptions.builder().parent(this).build());
    HelmRelease.create(
        name + "-release",
        Chart.JAEGER,
        mirrors,
        "jaeger",
        NAMESPACE,
        new JaegerValues(settings.storageIn(profile), facts, mirrors).all(),
        CustomResourceOptions.builder().parent(this).dependsOn(namespace).build());
    registerOutputs(Map.of());
  }

  /** Jaeger as Grafana reads it. */
  static Map<String, Object> grafanaDataSource() {
    return Map.of(
        "name", "Jaeger",
        "uid", DATA_SOURCE,
        "type", "jaeger",
        "access", "proxy",
        "url", "http://" + COLLECTOR.host() + ":" + QUERY_PORT);
  }
}
