package com.onlinestore.components.gateway;

import com.onlinestore.components.cluster.ClusterFacts;
import com.onlinestore.components.helm.Chart;
import com.onlinestore.components.helm.HelmRelease;
import com.onlinestore.components.kubernetes.CustomObject;
import com.onlinestore.components.kubernetes.KubernetesObject;
import com.onlinestore.components.kubernetes.Labels;
import com.onlinestore.components.mesh.MeshedNamespace;
import com.onlinestore.components.mesh.PreparedNamespace;
import com.onlinestore.components.mesh.istio.IstioSpec;
import com.onlinestore.components.mesh.istio.Target;
import com.onlinestore.components.mesh.istio.Targeting;
import com.onlinestore.components.observability.PodMonitor;
import com.onlinestore.components.service.Ingress;
import com.onlinestore.components.service.Store;
import com.onlinestore.components.settings.Problems;
import com.onlinestore.components.settings.Profile;
import com.pulumi.kubernetes.helm.v3.Release;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The store's entrance: a gateway of its own, in a namespace of its own, and its routes, in the
 * kinds of Istio or of the Gateway API.
 *
 * <p>A store does not share its gateway, so that two stores fit in one cluster and neither can take
 * the other's hosts. Routes come after the gateway and go before it; the release is always awaited,
 * so that its load balancer is gone before the controller that made it. Nobody awaits what istiod
 * makes for a Gateway of the Gateway API; the end of the namespace, which is awaited, waits for it.
 *
 * <pre>{@code
 * GatewaySettings settings =
 *     GatewaySettingsBuilder.builder()
 *         .hosts(List.of("store.example.com"))
 *         .tlsSecret("store-tls")
 *         .routes(List.of(new RouteSettings("/", "web", null, null, null)))
 *         .build();
 * new StoreGateway(
 *     "gateway",
 *     settings,
 *     store, // made with StoreGateway.ingress(namespace, settings)
 *     web.backends(),
 *     5.0,
 *     Profile.PROD,
 *     cluster.facts(),
 *     cluster.options());
 * }</pre>
 */
public final class StoreGateway extends ComponentResource {

  private static final String ANY = "any--";

  private final String name;
  private final String gateway;
  private final GatewaySettings settings;
  private final Store store;

  /**
   * Deploys the gateway of {@code store}, whose ingress is that of {@link #ingress}.
   *
   * @param backends what HTTPRoutes wait for: {@code StoreService.backends} of all services
   */
  public StoreGateway(
      String name,
      GatewaySettings settings,
      Store store,
      List<Resource> backends,
      double sampling,
      Profile profile,
      ClusterFacts facts,
      ComponentResourceOptions options) {
    super("online-store:gateway:StoreGateway", name, options);
    Problems.refuse(
        name + ": the gateway's settings have problems",
        new Problems()
            .addAll("", settings.problems(store.graph().services()))
            .addAll("", new ToolProblems(settings, store.monitoring().access()).list())
            .list());
    this.name = name;
    this.settings = settings;
    this.store = store;
    this.gateway = nameFor(store.namespace());
    PreparedNamespace namespace = namespace(sampling).prepared();
    List<Resource> inside = List.of(namespace.namespace());
    GatewayPolicies policies = new GatewayPolicies(gateway, settings, store);
    List<Resource> before = new ArrayList<>(namespace.guards());
    before.add(
        new KubernetesObject(name + "-network-policy", policies.networkPolicy(), after(inside)));
    before.add(policy("authorization", policies.authorizationPolicy(), gateway, inside));
    before.addAll(identity(inside));
    new GatewayLimits(settings)
        .envoyFilter(gateway, store)
        .ifPresent(limits -> before.add(policy("limits", limits, gateway, inside)));
    GatewayPods pods = new GatewayPods(gateway, settings, profile, facts);
    switch (settings.api()) {
      case ISTIO -> istio(pods, before);
      case GATEWAY_API -> gatewayApi(pods, before, backends);
    }
    metrics(inside);
    registerOutputs(Map.of());
  }

  /** The gateway of the store in {@code namespace} as its services will see it. */
  public static Ingress ingress(String namespace, GatewaySettings settings) {
    String name = nameFor(namespace);
    return new Ingress(
        name,
        settings.api().suffixed(name),
        podLabels(name),
        settings.calls(),
        settings.api() == GatewayApi.GATEWAY_API
            ? settings.routes().stream().map(RouteSettings::service).collect(Collectors.toSet())
            : Set.of());
  }

  /** The gateway's name, which is its namespace's too. */
  public static String nameFor(String storeNamespace) {
    return storeNamespace + "-gateway";
  }

  /**
   * The name of a host's routes: the host, and {@code any--example.org} for {@code *.example.org},
   * because a name may hold no star. A host that begins like that gets a third dash. No other name
   * has one there, because what follows the star cannot begin with a dash.
   */
  static String routesName(String host) {
    if (host.startsWith("*.")) {
      return ANY + host.substring(2);
    }
    return host.startsWith(ANY) ? ANY + "-" + host.substring(ANY.length()) : host;
  }

  static Map<String, String> podLabels(String gateway) {
    return Map.of("istio", gateway);
  }

  private MeshedNamespace namespace(double sampling) {
    return new MeshedNamespace(
        name + "-mesh",
        gateway,
        store.namespace(),
        store.mesh(),
        store.mesh().injectionLabels(),
        sampling,
        ComponentResourceOptions.builder().parent(this).build());
  }

  private Collection<String> toolHosts() {
    return store.monitoring().access().hosts().values();
  }

  /** Before anything is served, so that no request comes in unasked. */
  private List<Resource> identity(List<Resource> inside) {
    List<Resource> objects = new ArrayList<>();
    if (!settings.tokens().isEmpty()) {
      objects.add(policy("tokens", GatewayTokens.of(gateway, settings.tokens()), "tokens", inside));
    }
    GatewayGuards guards = new GatewayGuards(gateway, store.namespace(), settings, toolHosts());
    guards.denials().ifPresent(deny -> objects.add(policy("denials", deny, "tokens", inside)));
    guards.logins().ifPresent(ask -> objects.add(policy("logins", ask, "logins", inside)));
    ToolGuards tools =
        new ToolGuards(gateway, store.namespace(), settings, store.monitoring().access());
    tools
        .denials()
        .ifPresent(deny -> objects.add(policy("tool-denials", deny, "tool-denials", inside)));
    tools.logins().ifPresent(ask -> objects.add(policy("tool-logins", ask, "tool-logins", inside)));
    return objects;
  }

  /** Proxies of a chart are found by their labels, those that istiod makes by their Gateway. */
  private Resource policy(
      String suffix, Targeting policy, String objectName, List<Resource> after) {
    GatewayApi api = settings.api();
    IstioSpec attached =
        api == GatewayApi.GATEWAY_API ? policy.at(Target.gateway(gateway)) : policy;
    return object(api.suffixed(suffix), attached.named(metadata(api.suffixed(objectName))), after);
  }

  private void istio(GatewayPods pods, List<Resource> before) {
    Release release =
        HelmRelease.create(
            name + "-release",
            Chart.ISTIO_GATEWAY,
            store.mirrors(),
            gateway,
            gateway,
            new GatewayValues(pods).all(),
            after(before));
    Resource listeners =
        object(
            "listeners",
            GatewayListeners.of(gateway, settings, toolHosts()).named(metadata(gateway)),
            List.of(release));
    new GatewayRoutes(settings, store, gateway + "/" + gateway)
        .virtualServices()
        .forEach(
            (host, routes) -> {
              String label = routesName(host);
              object("routes-" + label, routes.named(metadata(label)), List.of(listeners));
            });
  }

  private void gatewayApi(GatewayPods pods, List<Resource> before, List<Resource> backends) {
    Resource parameters =
        new KubernetesObject(
            name + "-parameters",
            new GatewayParameters(pods).configMap(metadata(gateway)),
            after(before));
    ApiListeners api = new ApiListeners(pods);
    List<Resource> reachable = new ArrayList<>(backends);
    reachable.add(
        object(
            "listeners",
            api.gateway().named(api.metadata(metadata(gateway))),
            List.of(parameters)));
    new ApiRoutes(settings, store, gateway)
        .httpRoutes()
        .forEach(
            (label, route) -> object("routes-" + label, route.named(metadata(label)), reachable));
  }

  private Resource object(String suffix, CustomObject object, List<Resource> after) {
    return new KubernetesObject(name + "-" + suffix, object, after(after));
  }

  private ObjectMeta metadata(String objectName) {
    return Labels.metadata(objectName, gateway, Labels.of(gateway, store.namespace()));
  }

  private void metrics(List<Resource> namespace) {
    List<Resource> before = new ArrayList<>(namespace);
    before.addAll(store.monitoring().ready());
    new KubernetesObject(
        name + "-pod-monitor",
        PodMonitor.mergedMetrics(podLabels(gateway))
            .named(metadata(gateway), store.monitoring().monitorLabels()),
        after(before));
  }

  private CustomResourceOptions after(List<Resource> resources) {
    return CustomResourceOptions.builder().parent(this).dependsOn(resources).build();
  }
}
