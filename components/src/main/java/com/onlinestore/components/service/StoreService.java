package com.onlinestore.components.service;

import com.onlinestore.components.kubernetes.CustomObject;
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
 * <p>Each version is a Deployment {@code <service>-<version>} with an autoscaler of its own; all
 * else stands once. Policies and proxy scope come before the pods, so that no pod ever runs without
 * them.
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
    Map<String, ServiceSettings> versions = settings.releases();
    ServiceWorkload workload = new ServiceWorkload(service, settings, store);
    ServiceTraffic traffic = new ServiceTraffic(service, settings, store);
    ServicePolicies rules = new ServicePolicies(service, settings, store);

    List<Resource> inside = List.of(namespace.namespace());
    policies.addAll(namespace.guards());
    policy("account", workload.serviceAccount(), inside);
    workload.configMap().ifPresent(files -> policy("config", files, inside));
    policy("network-policy", rules.networkPolicy(), inside);
    policies.add(custom("authorization", rules.authorizationPolicy(), inside));
    rules.plaintext().ifPresent(exception -> policies.add(custom("plaintext", exception, inside)));
    policies.add(custom("sidecar", traffic.sidecar(), inside));
    new ServiceLimits(service, settings, store)
        .envoyFilter()
        .ifPresent(limits -> policies.add(custom("limits", limits, inside)));
    object("service", workload.service(), inside);
    List<Resource> pods = new ArrayList<>();
    versions.forEach(
        (version, release) ->
            pods.add(version(version, new ServiceWorkload(service, release, store))));
    routes(
        traffic, new ServiceRoutes(service, settings, store), versions.size() > 1 ? pods : inside);
    object(
        "disruption-budget",
        new ServiceScaling(service, settings, store).disruptionBudget(),
        inside);
    custom("pod-monitor", traffic.podMonitor(), with(inside, store));
    new ServiceObjectives(service, settings, store)
        .rules()
        .ifPresent(objectives -> custom("objectives", objectives, with(inside, store)));
    registerOutputs(Map.of());
  }

  private Resource version(String version, ServiceWorkload workload) {
    Resource deployment = object("deployment-" + version, workload.deployment(), policies);
    new ServiceScaling(workload.name(), workload.settings(), workload.store())
        .autoscaler()
        .ifPresent(by -> object("autoscaler-" + version, by, List.of(deployment)));
    return deployment;
  }

  /**
   * Where several versions share the requests, weights change when all of them are ready; and what
   * a version is comes before who gets how much.
   */
  private void routes(ServiceTraffic traffic, ServiceRoutes routes, List<Resource> after) {
    List<Resource> subsets = List.of(custom("destination-rule", traffic.destinationRule(), after));
    List<Resource> byPort = new ArrayList<>(subsets);
    routes.byPort().forEach((port, route) -> byPort.add(custom("routes-" + port, route, subsets)));
    custom("virtual-service", routes.address(), byPort);
  }

  private void policy(String suffix, HasMetadata object, List<Resource> after) {
    policies.add(object(suffix, object, after));
  }

  private Resource object(String suffix, HasMetadata object, List<Resource> after) {
    return new KubernetesObject(name + "-" + suffix, object, after(after));
  }

  private Resource custom(String suffix, CustomObject object, List<Resource> after) {
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
