package com.onlinestore.components;

import com.onlinestore.components.cluster.KubernetesCluster;
import com.onlinestore.components.delivery.ArgoRollouts;
import com.onlinestore.components.gateway.GatewaySettings;
import com.onlinestore.components.gateway.StoreGateway;
import com.onlinestore.components.helm.Mirrors;
import com.onlinestore.components.mesh.IstioMesh;
import com.onlinestore.components.mesh.Mesh;
import com.onlinestore.components.mesh.MeshSettings;
import com.onlinestore.components.mesh.MeshedNamespace;
import com.onlinestore.components.observability.AmbientPrometheus;
import com.onlinestore.components.observability.JaegerTracing;
import com.onlinestore.components.observability.LogSettings;
import com.onlinestore.components.observability.LogStack;
import com.onlinestore.components.observability.MetricsServer;
import com.onlinestore.components.observability.MetricsServerSettings;
import com.onlinestore.components.observability.Monitoring;
import com.onlinestore.components.observability.ObservabilitySettings;
import com.onlinestore.components.observability.PrometheusStack;
import com.onlinestore.components.observability.SpanCollector;
import com.onlinestore.components.observability.Traces;
import com.onlinestore.components.observability.TracingSettings;
import com.onlinestore.components.observability.dashboard.PlatformDashboards;
import com.onlinestore.components.service.ServiceGraph;
import com.onlinestore.components.service.Store;
import com.onlinestore.components.service.StoreDashboards;
import com.onlinestore.components.service.StoreNamespace;
import com.onlinestore.components.service.StoreService;
import com.onlinestore.components.service.Stores;
import com.onlinestore.components.settings.Profile;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every component that is put on a cluster, together. */
public final class AllComponents {

  private AllComponents() {}

  /** All of them with the same options, which have a provider at least. */
  public static void on(KubernetesCluster cluster, ComponentResourceOptions options) {
    GatewaySettings entrance =
        Yaml.read(
            GatewaySettings.class,
            "{hosts: [a.b], plainHttp: true, routes: [{path: /, service: orders}]}");
    TracingSettings tracing = Traces.STORED;
    Monitoring monitoring = monitoring(cluster, options);
    SpanCollector collector =
        new SpanCollector("traces", tracing, Profile.PROD, monitoring, Mirrors.NONE, options);
    new JaegerTracing(
        "jaeger", tracing, Profile.PROD, cluster.facts(), collector, Mirrors.NONE, options);
    new LogStack(
        "logs",
        LogSettings.defaults(),
        Profile.PROD,
        cluster.facts(),
        cluster.logs(),
        monitoring,
        Mirrors.NONE,
        options);
    new MetricsServer(
        "metrics", MetricsServerSettings.defaults(), Profile.PROD, Mirrors.NONE, options);
    Store store =
        new Store(
            "store",
            new ServiceGraph(
                Map.of("orders", Stores.calling("users"), "users", Stores.service().build())),
            mesh(cluster, options),
            monitoring,
            Mirrors.NONE,
            Optional.of(StoreGateway.ingress("store", entrance)));
    StoreNamespace namespace = new StoreNamespace("store", store, 5, options);
    for (String service : store.graph().services().keySet()) {
      new StoreService(service, service, store, namespace.prepared(), options);
    }
    new StoreGateway(
        "gateway", entrance, store, List.of(), 5, Profile.PROD, cluster.facts(), options);
    new StoreDashboards("dashboards", store, namespace.prepared(), options);
    new PlatformDashboards("platform", monitoring, cluster.cost(), options);
    new AmbientPrometheus("scraping", store.mesh(), monitoring, options);
    new ArgoRollouts("rollouts", Profile.PROD, Mirrors.NONE, options);
    new MeshedNamespace(
        "tools", "tools", "tools", store.mesh(), store.mesh().memberLabels(), 5, options);
    new StoreNamespace("calm", Stores.ambient(store), 5, options);
  }

  private static Mesh mesh(KubernetesCluster cluster, ComponentResourceOptions options) {
    return new IstioMesh(
            "istio",
            MeshSettings.defaults(),
            Profile.PROD,
            cluster.facts(),
            Mirrors.NONE,
            Optional.of(SpanCollector.ADDRESS),
            List.of(),
            options)
        .mesh();
  }

  private static Monitoring monitoring(
      KubernetesCluster cluster, ComponentResourceOptions options) {
    return new PrometheusStack(
            "prometheus",
            ObservabilitySettings.defaults(),
            Profile.PROD,
            cluster.facts(),
            Mirrors.NONE,
            MeshSettings.defaults(),
            Optional.of(Output.ofSecret("hunter2")),
            options)
        .monitoring();
  }
}
