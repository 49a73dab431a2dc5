package com.onlinestore.components.service;

import com.onlinestore.components.kubernetes.CustomObject;
import com.onlinestore.components.kubernetes.KubernetesObject;
import com.onlinestore.components.kubernetes.gatewayapi.ReferenceGrant;
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
 * <p>Each version is a Deployment {@code <service>-<version>}, or with a canary a Rollout, with an
 * autoscaler of its own; all else stands once. Policies and proxy scope come before the pods, so
 * that no pod ever runs without them.
 *
 * <pre>{@code
 * for (String service : store.graph().services().keySet()) {
 *   new StoreService(service, service, store, namespace, cluster.options());
 * }
 * }</pre>
 */
public final class StoreService extends ComponentResource {

  private final String name;
  private final List<Resource> policies = new ArrayList<>();
  private final List<Resource> backends = new ArrayList<>();

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
    ServiceTraffic traffic = new ServiceTraffic(service, settings, store);
    ServicePolicies rules = new ServicePolicies(service, settings, store);

    List<Resource> inside = List.of(namespace.namespace());
    policies.addAll(namespace.guards());
    policy("account", workload.serviceAccount(), inside);
    workload.configMap().ifPresent(files -> policy("config", files, inside));
    policy("network-policy", rules.networkPolicy(), inside);
    policies.add(custom("authorization", rules.authorizationPolicy(), inside));
    rules.plaintext().ifPresent(exception -> policies.add(custom("plaintext", exception, inside)));
    policies.add(
        store.mesh().ambient()
            ? custom(
                "pods-authorization",
                new AmbientPolicies(service, settings, store).podsPolicy(),
                inside)
            : custom("sidecar", traffic.sidecar(), inside));
    new ServiceLimits(service, settings, store)
        .envoyFilter()
        .ifPresent(limits -> policies.add(custom("limits", limits, inside)));
    object("service", workload.service(), inside);
    ServiceRoutes routes = new ServiceRoutes(service, settings, store);
    if (settings.canary() == null) {
      List<Resource> pods = new ArrayList<>();
      Map<String, ServiceSettings> versions = settings.releases();
      versions.forEach(
          (version, release) ->
              pods.add(deployment(version, new ServiceWorkload(service, release, store))));
      store
          .ingressOf(service)
          .filter(gateway -> gateway.httpRoutes().contains(service))
          .ifPresent(gateway -> entrance(service, gateway, traffic, inside, pods));
      routes(traffic, routes, versions.size() > 1 ? pods : inside);
    } else {
      canary(workload, traffic, routes, inside);
    }
    object(
        "disruption-budget",
        new ServiceScaling(service, settings, store).disruptionBudget(),
        inside);
    List<Resource> watched = and(inside, store.monitoring().ready());
    traffic.podMonitor().ifPresent(monitor -> custom("pod-monitor", monitor, watched));
    new ServiceObjectives(service, settings, store)
        .rules()
        .ifPresent(objectives -> custom("objectives", objectives, watched));
    registerOutputs(Map.of());
  }

  /**
   * What must be there before a gateway that routes by HTTPRoutes sends requests here; none where
   * there is no such gateway.
   */
  public List<Resource> backends() {
    return List.copyOf(backends);
  }

  /** HTTPRoutes know no subsets, so each of several versions is a Service with the same rules. */
  private void entrance(
      String service,
      Ingress gateway,
      ServiceTraffic traffic,
      List<Resource> inside,
      List<Resource> pods) {
    ServiceBackends to = new ServiceBackends(service, traffic.settings());
    ReferenceGrant grant = ReferenceGrant.httpRoutes(gateway.namespace(), to.names());
    backends.add(custom("grant", grant.named(traffic.store().metadata(service)), inside));
    to.versions()
        .forEach(
            (version, release) -> {
              ServiceWorkload workload = new ServiceWorkload(service, release, traffic.store());
              backends.add(object("service-" + version, workload.versionService(), inside));
              backends.add(
                  custom("destination-rule-" + version, traffic.versionRule(version), pods));
            });
  }

  private Resource deployment(String version, ServiceWorkload workload) {
    Resource deployment = object("deployment-" + version, workload.deployment(), policies);
    autoscaler(version, workload, deployment);
    return deployment;
  }

  private void autoscaler(String version, ServiceWorkload workload, Resource pods) {
    new ServiceScaling(workload.name(), workload.settings(), workload.store())
        .autoscaler()
        .ifPresent(by -> object("autoscaler-" + version, by, List.of(pods)));
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

  /** All that the controller looks at comes before the Rollout, or it waits and asks again. */
  private void canary(
      ServiceWorkload workload,
      ServiceTraffic traffic,
      ServiceRoutes routes,
      List<Resource> inside) {
    Store store = workload.store();
    ServiceCanary canary = new ServiceCanary(workload);
    List<Resource> subsets =
        List.of(shared("canary-rule", traffic.destinationRule(), inside, ServiceCanary.SUBSETS));
    List<Resource> before = new ArrayList<>(subsets);
    routes
        .byPort()
        .forEach(
            (port, route) ->
                before.add(shared("canary-routes-" + port, route, subsets, ServiceCanary.WEIGHTS)));
    custom("virtual-service", routes.address(), before);
    before.add(
        custom(
            "canary-analysis",
            new CanaryAnalysis(workload.name(), workload.settings(), store).template(),
            and(inside, store.rollouts())));
    String version = workload.settings().version();
    Resource rollout =
        new KubernetesObject(
            name + "-rollout-" + version,
            canary.rollout(),
            after(and(policies, before), canary.ignored()));
    autoscaler(version, workload, rollout);
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

  private Resource shared(
      String suffix, CustomObject object, List<Resource> after, String controllers) {
    return new KubernetesObject(
        name + "-" + suffix, ServiceCanary.shared(object), after(after, List.of(controllers)));
  }

  private static List<Resource> and(List<Resource> first, List<Resource> more) {
    List<Resource> all = new ArrayList<>(first);
    all.addAll(more);
    return all;
  }

  private CustomResourceOptions after(List<Resource> resources) {
    return after(resources, List.of());
  }

  // The lists grow with what is made next, and Pulumi may read them after that.
  private CustomResourceOptions after(List<Resource> resources, List<String> ignored) {
    return CustomResourceOptions.builder()
        .parent(this)
        .dependsOn(List.copyOf(resources))
        .ignoreChanges(ignored)
        .build();
  }
}
