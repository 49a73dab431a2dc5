package com.onlinestore;

import com.onlinestore.components.cluster.CloudTags;
import com.onlinestore.components.cluster.CostEstimate;
import com.onlinestore.components.cluster.DestroyGuard;
import com.onlinestore.components.cluster.ExistingCluster;
import com.onlinestore.components.cluster.KubernetesCluster;
import com.onlinestore.components.cluster.ManagedCluster;
import com.onlinestore.components.cluster.ManagedClusterBuilder;
import com.onlinestore.components.cluster.OverriddenCluster;
import com.onlinestore.components.cluster.WorkloadIdentity;
import com.onlinestore.components.cluster.aws.EksCluster;
import com.onlinestore.components.cluster.gcp.GkeCluster;
import com.onlinestore.components.delivery.ArgoRollouts;
import com.onlinestore.components.gateway.GatewaySettings;
import com.onlinestore.components.gateway.StoreGateway;
import com.onlinestore.components.kubernetes.Overrides;
import com.onlinestore.components.mesh.ExternalAuthorizer;
import com.onlinestore.components.mesh.IstioMesh;
import com.onlinestore.components.mesh.Mesh;
import com.onlinestore.components.mesh.TracingCollector;
import com.onlinestore.components.observability.AmbientPrometheus;
import com.onlinestore.components.observability.JaegerTracing;
import com.onlinestore.components.observability.LogStack;
import com.onlinestore.components.observability.MetricsServer;
import com.onlinestore.components.observability.Monitoring;
import com.onlinestore.components.observability.PrometheusStack;
import com.onlinestore.components.observability.SpanCollector;
import com.onlinestore.components.observability.TracingSettings;
import com.onlinestore.components.observability.dashboard.PlatformDashboards;
import com.onlinestore.components.service.CloudAccess;
import com.onlinestore.components.service.ServiceGraph;
import com.onlinestore.components.service.ServiceSettings;
import com.onlinestore.components.service.Store;
import com.onlinestore.components.service.StoreDashboards;
import com.onlinestore.components.service.StoreNamespace;
import com.onlinestore.components.service.StoreService;
import com.onlinestore.components.settings.Profile;
import com.onlinestore.components.settings.Use;
import com.onlinestore.config.CloudPlace;
import com.onlinestore.config.ClusterSettings;
import com.onlinestore.config.StackFile;
import com.onlinestore.config.StackSettings;
import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The story of a stack, in order: cluster, observability, mesh, namespace, services, gateway. */
final class OnlineStore {

  private final Context context;
  private final StackSettings settings;
  private final StackFile file;
  private final KubernetesCluster cluster;
  private final List<Resource> parts = new ArrayList<>();

  private OnlineStore(Context context, StackFile file) {
    this.context = context;
    this.file = file;
    this.settings = file.settings();
    this.cluster = new OverriddenCluster(cluster(), new Overrides(settings.overrides()));
  }

  /**
   * The program of every stack.
   *
   * @param configKeys all configuration keys of the stack, so that one nobody knows is told
   * @param secretKeys those of them that are secrets, so that one in the wrong place is told
   */
  static Consumer<Context> program(Set<String> configKeys, Set<String> secretKeys) {
    return context ->
        new OnlineStore(
                context,
                StackFile.read(configKeys, secretKeys, context.config()::get, place(context)))
            .deploy();
  }

  private static CloudPlace place(Context context) {
    return CloudPlace.read(
        context.projectName() + "-" + context.stackName(),
        key -> {
          int colon = key.indexOf(':');
          return context.config(key.substring(0, colon)).get(key.substring(colon + 1));
        },
        System.getenv());
  }

  private KubernetesCluster cluster() {
    ClusterSettings chosen = settings.cluster();
    if (chosen.eks() != null) {
      return part(
          new EksCluster(
              file.place().name(),
              chosen.eks(),
              file.place().awsRegion(),
              managed(),
              ComponentResourceOptions.Empty));
    }
    if (chosen.gke() != null) {
      return part(
          new GkeCluster(
              file.place().name(),
              chosen.gke(),
              file.place().gcpProject(),
              file.place().gcpRegion(),
              managed(),
              ComponentResourceOptions.Empty));
    }
    return part(new ExistingCluster("cluster", chosen.existing(), ComponentResourceOptions.Empty));
  }

  private ManagedCluster managed() {
    ClusterSettings chosen = settings.cluster();
    return ManagedClusterBuilder.builder()
        .profile(settings.profile())
        .access(chosen.accessOrDefault())
        .guarded(chosen.guardedIn(settings.profile()))
        .empty(chosen.only())
        .tags(
            new CloudTags(
                context.projectName(),
                context.stackName(),
                settings.environment(),
                settings.ownership().owner(),
                settings.ownership().costCentre()))
        .mirrors(file.mirrors())
        .logs(settings.observability().logBucketIn(settings.profile()).orElse(null))
        .check(new ReachableApiServer())
        .build();
  }

  private void deploy() {
    if (!settings.cluster().only()) {
      fill();
    }
    if (settings.cluster().managed()) {
      new DestroyGuard(parts, settings.cluster().guardedIn(settings.profile()));
      cluster.kubeconfig().ifPresent(kubeconfig -> context.export("kubeconfig", kubeconfig));
      context.export("estimatedMonthlyCost", Output.of(costs(cluster.cost())));
    }
  }

  private void fill() {
    if (!cluster.facts().networkPoliciesEnforced()) {
      context
          .log()
          .warn(
              "This cluster does not enforce NetworkPolicies: only the mesh holds services to"
                  + " their declared calls.");
    }
    Monitoring monitoring = monitoring();
    Optional<TracingCollector> collector = tracing(monitoring);
    logs(monitoring);
    Mesh mesh = mesh(collector);
    if (mesh.ambient() && settings.observability().use() == Use.INSTALL) {
      part(new AmbientPrometheus("ambient-prometheus", mesh, monitoring, cluster.options()));
    }
    metricsServer();
    Store store =
        new Store(
            settings.environment(),
            settings.namespace(),
            new ServiceGraph(services()),
            mesh,
            monitoring,
            file.mirrors(),
            Optional.ofNullable(settings.gateway())
                .map(gateway -> StoreGateway.ingress(settings.namespace(), gateway)),
            Optional.ofNullable(cluster.facts().identity()),
            rollouts());
    gateway(store, deploy(store));
  }

  private Map<String, ServiceSettings> services() {
    WorkloadIdentity identity = cluster.facts().identity();
    return identity == null
        ? settings.allServices()
        : CloudAccess.withHosts(settings.allServices(), identity);
  }

  private Optional<TracingCollector> tracing(Monitoring monitoring) {
    TracingSettings tracing = settings.observability().tracing();
    if (settings.observability().use() == Use.EXISTING) {
      return Optional.ofNullable(tracing.collector());
    }
    SpanCollector collector =
        part(
            new SpanCollector(
                "traces",
                tracing,
                settings.profile(),
                monitoring,
                file.mirrors(),
                cluster.options()));
    if (tracing.jaeger()) {
      part(
          new JaegerTracing(
              "jaeger",
              tracing,
              settings.profile(),
              cluster.facts(),
              collector,
              file.mirrors(),
              cluster.options()));
    }
    return Optional.of(SpanCollector.ADDRESS);
  }

  private void logs(Monitoring monitoring) {
    if (settings.observability().installsLogs()) {
      part(
          new LogStack(
              "logs",
              settings.observability().logs(),
              settings.profile(),
              cluster.facts(),
              cluster.logs(),
              monitoring,
              file.mirrors(),
              cluster.options()));
    }
  }

  private Monitoring monitoring() {
    if (settings.observability().use() == Use.EXISTING) {
      return Monitoring.existing(settings.observability());
    }
    if (settings.profile() == Profile.PROD && settings.observability().alerts().silent()) {
      context
          .log()
          .warn(
              "observability.alerts names no receiver: nobody is told when customers cannot buy.");
    }
    Optional<Output<String>> password =
        context.config().get(StackFile.GRAFANA_PASSWORD).map(Output::ofSecret);
    Monitoring monitoring =
        part(new PrometheusStack(
                "prometheus",
                settings.observability(),
                settings.profile(),
                cluster.facts(),
                file.mirrors(),
                settings.mesh(),
                password,
                cluster.options()))
            .monitoring();
    if (settings.observability().dashboards()) {
      part(
          new PlatformDashboards(
              "platform-dashboards", monitoring, cluster.cost(), cluster.options()));
    }
    return monitoring;
  }

  private Mesh mesh(Optional<TracingCollector> collector) {
    if (settings.mesh().use() == Use.EXISTING) {
      return Mesh.existing(settings.mesh(), settings.profile(), collector);
    }
    return part(new IstioMesh(
            "istio",
            settings.mesh(),
            settings.profile(),
            cluster.facts(),
            file.mirrors(),
            collector,
            authorizers(),
            cluster.options()))
        .mesh();
  }

  private List<ExternalAuthorizer> authorizers() {
    return Optional.ofNullable(settings.gateway())
        .map(GatewaySettings::login)
        .map(
            login ->
                login.authorizer(
                    settings.namespace(), settings.services().get(login.service()).port()))
        .stream()
        .toList();
  }

  private void metricsServer() {
    if (settings.metricsServer().use() == Use.INSTALL) {
      part(
          new MetricsServer(
              "metrics-server",
              settings.metricsServer(),
              settings.profile(),
              file.mirrors(),
              cluster.options()));
    }
  }

  private List<Resource> rollouts() {
    return settings.installsRollouts()
        ? part(new ArgoRollouts("rollouts", settings.profile(), file.mirrors(), cluster.options()))
            .ready()
        : List.of();
  }

  /** Deploys the services; what is returned must be there before a gateway routes to them. */
  private List<Resource> deploy(Store store) {
    StoreNamespace namespace =
        part(new StoreNamespace(store.namespace(), store, sampling(), cluster.options()));
    List<Resource> backends = new ArrayList<>();
    for (String service : store.graph().services().keySet()) {
      StoreService deployed =
          part(new StoreService(service, service, store, namespace.prepared(), cluster.options()));
      backends.addAll(deployed.backends());
    }
    if (settings.observability().dashboards()) {
      part(new StoreDashboards("dashboards", store, namespace.prepared(), cluster.options()));
    }
    context.export("namespace", Output.of(store.namespace()));
    return backends;
  }

  private void gateway(Store store, List<Resource> backends) {
    if (settings.gateway() == null) {
      return;
    }
    if (settings.gateway().identifiesInClear()) {
      context
          .log()
          .warn(
              "gateway.plainHttp: tokens and the cookies of a login cross the network unencrypted;"
                  + " only a local cluster should.");
    }
    part(
        new StoreGateway(
            "gateway",
            settings.gateway(),
            store,
            backends,
            sampling(),
            settings.profile(),
            cluster.facts(),
            cluster.options()));
    Addresses addresses =
        new Addresses(settings.gateway(), StoreGateway.nameFor(store.namespace()), cluster.facts());
    context.export("url", Output.of(addresses.url()));
    context.export("reach", Output.of(addresses.howToReach()));
  }

  private <T extends Resource> T part(T part) {
    parts.add(part);
    return part;
  }

  private static String costs(CostEstimate cost) {
    return "about %s to %s USD: %s".formatted(cost.least(), cost.most(), cost.basis());
  }

  private double sampling() {
    return settings.observability().tracing().samplingIn(settings.profile());
  }
}
