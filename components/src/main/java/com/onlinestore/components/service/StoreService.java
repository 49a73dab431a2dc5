package com.onlinestore.components.service;

import com.onlinestore.components.kubernetes.KubernetesObject;
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
   * @param namespace what must exist first: the namespace with its guard rails
   */
  public StoreService(
      String name,
      String service,
      Store store,
      List<Resource> namespace,
      ComponentResourceOptions options) {
    super("online-store:service:StoreService", name, options);
    this.name = name;
    ServiceSettings settings = store.graph().settingsOf(service);
    Problems.refuse(name + ": the service's settings have problems", settings.problems());
    ServiceWorkload workload = new ServiceWorkload(service, settings, store);
    ServiceScaling scaling = new ServiceScaling(service, settings, store);
    ServiceTraffic traffic = new ServiceTraffic(service, settings, store);
    ServicePolicies rules = new ServicePolicies(service, settings, store);

    policy("account", workload.serviceAccount(), namespace);
    workload.configMap().ifPresent(files -> policy("config", files, namespace));
    policy("network-policy", rules.networkPolicy(), namespace);
    policies.add(
        new KubernetesObject(
            name + "-authorization", rules.authorizationPolicy(), after(namespace)));
    policies.add(new KubernetesObject(name + "-sidecar", traffic.sidecar(), after(namespace)));
    object("service", workload.service(), namespace);
    new KubernetesObject(name + "-destination-rule", traffic.destinationRule(), after(namespace));
    new KubernetesObject(name + "-virtual-service", traffic.virtualService(), after(namespace));
    Resource deployment = object("deployment", workload.deployment(), policies);
    scaling.autoscaler().ifPresent(by -> object("autoscaler", by, List.of(deployment)));
    object("disruption-budget", scaling.disruptionBudget(), namespace);
    new KubernetesObject(
        name + "-pod-monitor", traffic.podMonitor(), after(with(namespace, store)));
    registerOutputs(Map.of());
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
