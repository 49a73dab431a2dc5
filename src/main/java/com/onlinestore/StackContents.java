package com.onlinestore;

import com.onlinestore.components.cluster.KubernetesCluster;
import com.onlinestore.components.cluster.WorkloadIdentity;
import com.onlinestore.components.delivery.ArgoRollouts;
import com.onlinestore.components.gateway.GatewaySettings;
import com.onlinestore.components.gateway.StoreGateway;
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
import com.onlinestore.config.StackFile;
import com.onlinestore.config.StackSettings;
import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a stack puts on its cluster, in order: observability, mesh, namespace, services, gateway.
 */
public final class StackContents {

  private final StackFile file;
  private final StackSettings settings;
  private final KubernetesCluster cluster;
  private final Optional<Output<String>> grafanaPassword;
  private final String prefix;
  private final Consumer<String> warning;
  private final List<Resource> parts = new ArrayList<>();

  /**
   * Puts nothing yet.
   *
   * @param grafanaPassword of Grafana's administrator; empty lets its chart make one up
   * @param prefix of the parts' names, so that two of them fit in a stack; empty for none
   * @param warning tells a person what works and is not good
   */
  public StackContents(
      StackFile file,
      KubernetesCluster cluster,
      Optional<Output<String>> grafanaPassword,
      String prefix,
      Consumer<String> warning) {
    this.file = file;
    this.settings = file.settings();
    this.cluster = cluster;
    this.grafanaPassword = grafanaPassword;
    this.prefix = prefix;
    this.warning = warning;
  }

  /** What a cluster has once for all its stores: what watches, and the mesh. */
  public Platform platform() {
    if (!cluster.facts().networkPoliciesEnforced()) {
      warning.accept(
          "This cluster does not enforce NetworkPolicies: only the mesh holds services to"
              + " their declared calls.");
    }
    Monitoring monitoring = monitoring();
    Optional<TracingCollector> collector = tracing(monitoring);
    logs(monitoring);
    Mesh mesh = mesh(collector);
    if (mesh.ambient() && settings.observability().use() == Use.INSTALL) {
      part(new AmbientPrometheus(named("ambient-prometheus"), mesh, monitoring, cluster.options()));
    }
    metricsServer();
    return new Platform(mesh, monitoring);
  }

  /**
   * The store itself.
   *
   * @return how it is reached from outside; empty where it has no gateway
   */
  public Optional<Addresses> store(Platform platform) {
    Store store =
        new Store(
            settings.environment(),
            settings.namespace(),
            new ServiceGraph(services()),
            platform.mesh(),
            platform.monitoring(),
            file.mirrors(),
            Optional.ofNullable(settings.gateway())
                .map(gateway -> StoreGateway.ingress(settings.namespace(), gateway)),
            Optional.ofNullable(cluster.facts().identity()),
            rollouts());
    return gateway(store, deploy(store));
  }

  /** Everything that was put so far. */
  public List<Resource> parts() {
    return List.copyOf(parts);
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
                named("traces"),
                tracing,
                settings.profile(),
                monitoring,
                file.mirrors(),
                cluster.options()));
    if (tracing.jaeger()) {
      part(
          new JaegerTracing(
              named("jaeger"),
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
              named("logs"),
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
      warning.accept(
          "observability.alerts names no receiver: nobody is told when customers cannot buy.");
    }
    Monitoring monitoring =
        part(new PrometheusStack(
                named("prometheus"),
                settings.observability(),
                settings.profile(),
                cluster.facts(),
                file.mirrors(),
                settings.mesh(),
                grafanaPassword,
                cluster.options()))
            .monitoring();
    if (settings.observability().dashboards()) {
      part(
          new PlatformDashboards(
              named("platform-dashboards"), monitoring, cluster.cost(), cluster.options()));
    }
    return monitoring;
  }

  private Mesh mesh(Optional<TracingCollector> collector) {
    if (settings.mesh().use() == Use.EXISTING) {
      return Mesh.existing(settings.mesh(), settings.profile(), collector);
    }
    return part(new IstioMesh(
            named("istio"),
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
              named("metrics-server"),
              settings.metricsServer(),
              settings.profile(),
              file.mirrors(),
              cluster.options()));
    }
  }

  private List<Resource> rollouts() {
    return settings.installsRollouts()
        ? part(new ArgoRollouts(
                named("rollouts"), settings.profile(), file.mirrors(), cluster.options()))
            .ready()
        : List.of();
  }

  /** Deploys the services; what is returned must be there before a gateway routes to them. */
  private List<Resource> deploy(Store store) {
    StoreNamespace namespace =
        part(new StoreNamespace(named(store.namespace()), store, sampling(), cluster.options()));
    List<Resource> backends = new ArrayList<>();
    for (String service : store.graph().services().keySet()) {
      StoreService deployed =
          part(
              new StoreService(
                  named(service), service, store, namespace.prepared(), cluster.options()));
      backends.addAll(deployed.backends());
    }
    if (settings.observability().dashboards()) {
      part(
          new StoreDashboards(named("dashboards"), store, namespace.prepared(), cluster.options()));
    }
    return backends;
  }

  private Optional<Addresses> gateway(Store store, List<Resource> backends) {
    if (settings.gateway() == null) {
      return Optional.empty();
    }
    if (settings.gateway().identifiesInClear()) {
      warning.accept(
          "gateway.plainHttp: tokens and the cookies of a login cross the network unencrypted;"
              + " only a local cluster should.");
    }
    part(
        new StoreGateway(
            named("gateway"),
            settings.gateway(),
            store,
            backends,
            sampling(),
            settings.profile(),
            cluster.facts(),
            cluster.options()));
    return Optional.of(
        new Addresses(
            settings.gateway(), StoreGateway.nameFor(store.namespace()), cluster.facts()));
  }

  private <T extends Resource> T part(T part) {
    parts.add(part);
    return part;
  }

  private String named(String part) {
    return prefix + part;
  }

  private double sampling() {
    return settings.observability().tracing().samplingIn(settings.profile());
  }
}
