package com.onlinestore.components.service;

import com.onlinestore.components.kubernetes.KubernetesObject;
import com.onlinestore.components.mesh.PreparedNamespace;
import com.onlinestore.components.settings.Problems;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One service of the store, complete: identity, pods, scaling, policies, traffic rules, metrics.
 *
 * <p>Policies and proxy scope come before the pods, so that no pod ever runs without them. All
 * objects carry the service's own name.
 */
public final class StoreService extends ComponentResource {

  private final String name;
  private final List<Resource> policies = new ArrayList<>();

  /**
   * Deploys the service {@code service} of {@code store}.
   *
   * @param namespace where it is put, with what must stand there before its pods
   */
  public StoreService(
      String name,
      String service,
      Store store,
      PreparedNamespace namespace,
      ComponentResourceOptions options) {
    super("online-store:service:StoreService", name, options);
    this.name = name;
    ServiceSettings settings = store.graph().settingsOf(service);
    Problems.refuse(name + ": the service's settings have problems", settings.problems());
    ServiceWorkload workload = new ServiceWorkload(service, settings, store);
    ServiceScaling scaling = new ServiceScaling(service, settings, store);
    ServiceTraffic traffic = new ServiceTraffic(service, settings, store);
    ServicePolicies rules = new ServicePolicies(service, settings, store);

    List<Resource> inside = List.of(namespace.namespace());
    policies.addAll(namespace.guards());
    policy("account", workload.serviceAccount(), inside);
    workload.configMap().ifPresent(files -> policy("config", files, inside));
    policy("network-policy", rules.networkPolicy(), inside);
    policies.add(
        new KubernetesObject(name + "-authorization", rules.authorizationPolicy(), after(inside)));
    policies.add(proxyScope(service, settings, store, traffic, inside));
    object("service", workload.service(), inside);
    new KubernetesObject(name + "-destination-rule", traffic.destinationRule(), after(inside));
    new KubernetesObject(name + "-virtual-service", traffic.virtualService(), after(inside));
    Resource deployment = object("deployment", workload.deployment(), policies);
    scaling.autoscaler().ifPresent(by -> object("autoscaler", by, List.of(deployment)));
    object("disruption-budget", scaling.disruptionBudget(), inside);
    traffic
        .podMonitor()
        .ifPresent(
            monitor ->
                new KubernetesObject(name + "-pod-monitor", monitor, after(with(inside, store))));
    registerOutputs(Map.of());
  }

  /**
   * What keeps a pod to its declared calls: its own proxy, or that only the waypoint reaches it.
   */
  private Resource proxyScope(
      String service,
      ServiceSettings settings,
      Store store,
      ServiceTraffic traffic,
      List<Resource> inside) {
    return store.mesh().ambient()
        ? new KubernetesObject(
            name + "-pods-authorization",
            new AmbientPolicies(service, settings, store).podsPolicy(),
            after(inside))
        : new KubernetesObject(name + "-sidecar", traffic.sidecar(), after(inside));
  }

  private void policy(String suffix, HasMetadata object, List<Resource> after) {
    policies.add(object(suffix, object, after));
  }

  private Resource object(String suffix, HasMetadata object, List<Resource> after) {
    return new KubernetesObject(name + "-" + suffix, object, after(after));
  }

  private static List<Resource> with(List<Resource> namespace, Store store) {
    List<Resource> all = new ArrayList<>(namespace);
    all.addAll(store.monitoring().ready());
    return all;
  }

  private CustomResourceOptions after(List<Resource> resources) {
    return CustomResourceOptions.builder().parent(this).dependsOn(resources).build();
  }
}
