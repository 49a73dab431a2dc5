package com.example.singleservice;

import com.onlinestore.components.cluster.ExistingCluster;
import com.onlinestore.components.cluster.ExistingClusterSettings;
import com.onlinestore.components.gateway.GatewaySettings;
import com.onlinestore.components.gateway.GatewaySettingsBuilder;
import com.onlinestore.components.gateway.RouteSettings;
import com.onlinestore.components.gateway.StoreGateway;
import com.onlinestore.components.helm.Mirrors;
import com.onlinestore.components.mesh.Mesh;
import com.onlinestore.components.mesh.MeshSettingsBuilder;
import com.onlinestore.components.observability.Monitoring;
import com.onlinestore.components.observability.ObservabilitySettingsBuilder;
import com.onlinestore.components.service.ServiceGraph;
import com.onlinestore.components.service.ServiceSettings;
import com.onlinestore.components.service.ServiceSettingsBuilder;
import com.onlinestore.components.service.Store;
import com.onlinestore.components.service.StoreNamespace;
import com.onlinestore.components.service.StoreService;
import com.onlinestore.components.settings.Image;
import com.onlinestore.components.settings.Profile;
import com.onlinestore.components.settings.Use;
import com.pulumi.Config;
import com.pulumi.Context;
import com.pulumi.Pulumi;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One service behind a gateway of its own, on a cluster that has Istio and Prometheus. */
public final class SingleService {

  private static final String NAMESPACE = "hello";
  private static final double NO_TRACES = 0;

  private SingleService() {}

  public static void main(String[] args) {
    Pulumi.run(SingleService::stack);
  }

  public static void stack(Context context) {
    Config config = context.config();
    var cluster =
        new ExistingCluster(
            "cluster", ExistingClusterSettings.defaults(), ComponentResourceOptions.Empty);
    Mesh mesh =
        Mesh.existing(
            MeshSettingsBuilder.builder().use(Use.EXISTING).build(),
            Profile.PROD,
            Optional.empty());
    Monitoring monitoring =
        Monitoring.existing(ObservabilitySettingsBuilder.builder().use(Use.EXISTING).build());

    ServiceSettings hello =
        ServiceSettingsBuilder.builder()
            .image(new Image(config.require("image")))
            .port(9898)
            .command(List.of("./podinfo", "--port=9898"))
            .build();
    GatewaySettings entrance =
        GatewaySettingsBuilder.builder()
            .hosts(List.of(config.require("host")))
            .tlsSecret(config.require("tlsSecret"))
            .routes(List.of(new RouteSettings("/", "hello", null, null, null)))
            .build();
    Store store =
        new Store(
            NAMESPACE,
            new ServiceGraph(Map.of("hello", hello)),
            mesh,
            monitoring,
            Mirrors.NONE,
            Optional.of(StoreGateway.ingress(NAMESPACE, entrance)));

    var namespace = new StoreNamespace(NAMESPACE, store, NO_TRACES, cluster.options());
    var service =
        new StoreService("hello", "hello", store, namespace.prepared(), cluster.options());
    new StoreGateway(
        "gateway",
        entrance,
        store,
        service.backends(),
        NO_TRACES,
        Profile.PROD,
        cluster.facts(),
        cluster.options());

    context.export("url", Output.of("https://" + config.require("host")));
  }
}
