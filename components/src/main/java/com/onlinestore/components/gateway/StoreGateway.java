package com.onlinestore.components.gateway;

import com.onlinestore.components.cluster.ClusterFacts;
import com.onlinestore.components.helm.Chart;
import com.onlinestore.components.helm.HelmRelease;
import com.onlinestore.components.kubernetes.KubernetesObject;
import com.onlinestore.components.kubernetes.Labels;
import com.onlinestore.components.mesh.MeshedNamespace;
import com.onlinestore.components.mesh.PreparedNamespace;
import com.onlinestore.components.mesh.istio.IstioSpec;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The store's entrance: an Istio gateway of its own, in a namespace of its own, and its routes.
 *
 * <p>A store does not share its gateway, so that two stores fit in one cluster and neither can take
 * the other's hosts. Routes come after the gateway and go before it; the release is always awaited,
 * so that its load balancer is gone before the controller that made it.
 */
public final class StoreGateway extends ComponentResource {

  private static final String ANY = "any--";

  private final String name;
  private final String gateway;
  private final Store store;

  /** Deploys the gateway of {@code store}, whose ingress is that of {@link #ingress}. */
  public StoreGateway(
      String name,
      GatewaySettings settings,
      Store store,
      double sampling,
      Profile profile,
      ClusterFacts facts,
      ComponentResourceOptions options) {
    super("online-store:gateway:StoreGateway", name, options);
    Problems.refuse(
        name + ": the gateway's settings have problems",
        settings.problems(store.graph().services()));
    this.name = name;
    this.store = store;
    this.gateway = nameFor(store.namespace());
    PreparedNamespace namespace = namespace(sampling).prepared();
    List<Resource> inside = List.of(namespace.namespace());
    GatewayPolicies policies = new GatewayPolicies(gateway, settings, store);
    List<Resource> before = new ArrayList<>(namespace.guards());
    before.add(
        new KubernetesObject(name + "-network-policy", policies.networkPolicy(), after(inside)));
    before.add(object("authorization", gateway, policies.authorizationPolicy(), inside));
    before.addAll(identity(settings, inside));
    new GatewayLimits(settings)
        .envoyFilter(gateway, store)
        .ifPresent(limits -> before.add(object("limits", gateway, limits, inside)));
    Release release = release(settings, profile, facts, before);
    Resource listeners =
        object("listeners", gateway, GatewayListeners.of(gateway, settings), List.of(release));
    new GatewayRoutes(settings, store, gateway + "/" + gateway)
        .virtualServices()
        .forEach(
            (host, routes) -> {
              String label = routesName(host);
              object("routes-" + label, label, routes, List.of(listeners));
            });
    metrics(inside);
    registerOutputs(Map.of());
  }

  /** The gateway of the store in {@code namespace} as its services will see it. */
  public static Ingress ingress(String namespace, GatewaySettings settings) {
    String name = nameFor(namespace);
    return new Ingress(name, name, podLabels(name), settings.calls());
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
        sampling,
        ComponentResourceOptions.builder().parent(this).build());
  }

  /** Before anything is served, so that no request comes in unasked. */
  private List<Resource> identity(GatewaySettings settings, List<Resource> inside) {
    List<Resource> objects = new ArrayList<>();
    if (!settings.tokens().isEmpty()) {
      objects.add(object("tokens", "tokens", GatewayTokens.of(gateway, settings.tokens()), inside));
    }
    GatewayGuards guards = new GatewayGuards(gateway, store.namespace(), settings);
    guards.denials().ifPresent(deny -> objects.add(object("denials", "tokens", deny, inside)));
    guards.logins().ifPresent(ask -> objects.add(object("logins", "logins", ask, inside)));
    return objects;
  }

  private Release release(
      GatewaySettings settings, Profile profile, ClusterFacts facts, List<Resource> before) {
    return HelmRelease.create(
        name + "-release",
        Chart.ISTIO_GATEWAY,
        store.mirrors(),
        gateway,
        gateway,
        new GatewayValues(gateway, settings, profile, facts).all(),
        after(before));
  }

  private Resource object(String suffix, String objectName, IstioSpec spec, List<Resource> after) {
    return new KubernetesObject(
        name + "-" + suffix,
        spec.named(Labels.metadata(objectName, gateway, Labels.of(gateway, store.namespace()))),
        after(after));
  }

  private void metrics(List<Resource> namespace) {
    List<Resource> before = new ArrayList<>(namespace);
    before.addAll(store.monitoring().ready());
    new KubernetesObject(
        name + "-pod-monitor",
        PodMonitor.mergedMetrics(podLabels(gateway))
            .named(
                Labels.metadata(gateway, gateway, Labels.of(gateway, store.namespace())),
                store.monitoring().monitorLabels()),
        after(before));
  }

  private CustomResourceOptions after(List<Resource> resources) {
    return CustomResourceOptions.builder().parent(this).dependsOn(resources).build();
  }
}
