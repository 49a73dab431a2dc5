package com.example.twostores;

import com.onlinestore.components.cluster.ExistingCluster;
import com.onlinestore.components.cluster.ExistingClusterSettingsBuilder;
import com.onlinestore.components.cluster.KubernetesCluster;
import com.onlinestore.components.gateway.GatewaySettings;
import com.onlinestore.components.gateway.GatewaySettingsBuilder;
import com.onlinestore.components.gateway.RouteSettings;
import com.onlinestore.components.gateway.StoreGateway;
import com.onlinestore.components.helm.Mirrors;
import com.onlinestore.components.mesh.IstioMesh;
import com.onlinestore.components.mesh.Mesh;
import com.onlinestore.components.mesh.MeshSettings;
import com.onlinestore.components.observability.Monitoring;
import com.onlinestore.components.observability.ObservabilitySettings;
import com.onlinestore.components.observability.PrometheusStack;
import com.onlinestore.components.service.Call;
import com.onlinestore.components.service.ServiceGraph;
import com.onlinestore.components.service.ServiceSettingsBuilder;
import com.onlinestore.components.service.Store;
import com.onlinestore.components.service.StoreDashboards;
import com.onlinestore.components.service.StoreNamespace;
import com.onlinestore.components.service.StoreService;
import com.onlinestore.components.settings.Image;
import com.onlinestore.components.settings.Profile;
import com.pulumi.Context;
import com.pulumi.Pulumi;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A shop and its outlet side by side: one mesh, one Prometheus, two of everything else. */
public final class TwoStores {

  private static final Profile PROFILE = Profile.DEV;
  private static final double NO_TRACES = 0;

  private final KubernetesCluster cluster;
  private final Mesh mesh;
  private final Monitoring monitoring;

  private TwoStores() {
    cluster =
        new ExistingCluster(
            "cluster",
            ExistingClusterSettingsBuilder.builder().loadBalancer(false).build(),
            ComponentResourceOptions.Empty);
    monitoring =
        new PrometheusStack(
                "prometheus",
                ObservabilitySettings.defaults(),
                PROFILE,
                cluster.facts(),
                Mirrors.NONE,
                MeshSettings.defaults(),
                Optional.empty(),
                cluster.options())
            .monitoring();
    mesh =
        new IstioMesh(
                "istio",
                MeshSettings.defaults(),
                PROFILE,
                cluster.facts(),
                Mirrors.NONE,
                Optional.empty(),
                List.of(),
                cluster.options())
            .mesh();
  }

  public static void main(String[] args) {
    Pulumi.run(TwoStores::stack);
  }

  public static void stack(Context context) {
    Image image = new Image(context.config().require("image"));
    TwoStores cluster = new TwoStores();
    cluster.store("shop", image);
    cluster.store("outlet", image);
  }

  /** Names of resources begin with the store's, because a stack has each name once. */
  private void store(String name, Image image) {
    GatewaySettings entrance =
        GatewaySettingsBuilder.builder()
            .hosts(List.of(name + ".localhost"))
            .plainHttp(true)
            .routes(List.of(new RouteSettings("/", "orders", null, null, null)))
            .build();
    Store store =
        new Store(
            name,
            graph(image),
            mesh,
            monitoring,
            Mirrors.NONE,
            Optional.of(StoreGateway.ingress(name, entrance)));
    var namespace = new StoreNamespace(name, store, NO_TRACES, cluster.options()).prepared();
    List<Resource> backends = new ArrayList<>();
    for (String service : store.graph().services().keySet()) {
      var deployed =
          new StoreService(name + "-" + service, service, store, namespace, cluster.options());
      backends.addAll(deployed.backends());
    }
    new StoreDashboards(name + "-dashboards", store, namespace, cluster.options());
    new StoreGateway(
        name + "-gateway",
        entrance,
        store,
        backends,
        NO_TRACES,
        PROFILE,
        cluster.facts(),
        cluster.options());
  }

  private static ServiceGraph graph(Image image) {
    ServiceSettingsBuilder podinfo = ServiceSettingsBuilder.builder().image(image).port(9898);
    return new ServiceGraph(
        Map.of(
            "products",
            podinfo.command(List.of("./podinfo", "--port=9898")).build(),
            "orders",
            podinfo
                .command(List.of("./podinfo", "--port=9898", "--backend-url=$(PRODUCTS_URL)/echo"))
                .calls(List.of(new Call("products")))
                .build()));
  }
}
