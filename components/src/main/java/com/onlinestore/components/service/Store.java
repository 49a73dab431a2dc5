package com.onlinestore.components.service;

import com.onlinestore.components.cluster.WorkloadIdentity;
import com.onlinestore.components.helm.Mirrors;
import com.onlinestore.components.kubernetes.Labels;
import com.onlinestore.components.mesh.Mesh;
import com.onlinestore.components.observability.Monitoring;
import com.onlinestore.components.observability.RequestMetrics;
import com.pulumi.resources.Resource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What all services of one store share.
 *
 * <pre>{@code
 * var shop =
 *     new Store(
 *         "shop",
 *         new ServiceGraph(services),
 *         mesh,
 *         monitoring,
 *         Mirrors.NONE,
 *         Optional.of(StoreGateway.ingress("shop", gateway)));
 * }</pre>
 *
 * @param environment as traces name it
 * @param namespace where they run, and the store's name in labels
 * @param graph who calls whom
 * @param mesh the mesh they join
 * @param monitoring what watches them
 * @param mirrors where their images come from
 * @param ingress the gateway; empty where nothing comes from outside
 * @param identity how their roles in the cloud are given to them; empty where they get none
 * @param rollouts what must be up before a Rollout can be created
 */
public record Store(
    String environment,
    String namespace,
    ServiceGraph graph,
    Mesh mesh,
    Monitoring monitoring,
    Mirrors mirrors,
    Optional<Ingress> ingress,
    Optional<WorkloadIdentity> identity,
    List<Resource> rollouts) {

  /** A dev store in a cluster that gives no roles and has all controllers. */
  public Store(
      String namespace,
      ServiceGraph graph,
      Mesh mesh,
      Monitoring monitoring,
      Mirrors mirrors,
      Optional<Ingress> ingress) {
    this("dev", namespace, graph, mesh, monitoring, mirrors, ingress, Optional.empty(), List.of());
  }

  /** How {@code settings} get their role in the cloud; empty where they have none. */
  Optional<WorkloadIdentity> identityOf(ServiceSettings settings) {
    return identity.filter(any -> settings.cloudRole() != null);
  }

  /** The gateway, if it calls {@code service}. */
  Optional<Ingress> ingressOf(String service) {
    return ingress.filter(gateway -> gateway.reaches(service));
  }

  /** Everybody who calls {@code service}: other services by name, then the gateway. */
  List<Caller> callersOf(String service) {
    List<Caller> callers = new ArrayList<>();
    graph
        .callersOf(service)
        .forEach(edge -> callers.add(Caller.service(namespace, edge.caller(), edge.call())));
    ingress.ifPresent(
        gateway ->
            gateway.calls().stream()
                .filter(call -> call.service().equals(service))
                .forEach(call -> callers.add(Caller.gateway(gateway, call))));
    return callers;
  }

  /** Metadata of an object of {@code service}; all of them carry the service's own name. */
  ObjectMeta metadata(String service) {
    return Labels.metadata(service, namespace, Labels.of(service, namespace));
  }

  /** Metadata of an object of one version of {@code service}. */
  ObjectMeta metadata(String service, String version) {
    return Labels.metadata(nameOf(service, version), namespace, Labels.of(service, namespace));
  }

  /** The name of the Deployment and the autoscaler of one version of {@code service}. */
  static String nameOf(String service, String version) {
    return service + "-" + version;
  }

  /** What its services answered, by whoever counts in this mesh. */
  RequestMetrics requests() {
    return new RequestMetrics(
        namespace, mesh.ambient() ? RequestMetrics.WAYPOINT : RequestMetrics.SIDECAR);
  }

  /** The name of {@code service} in the whole cluster. */
  public String hostOf(String service) {
    return host(service, namespace);
  }

  /** The name of a service in the whole cluster. */
  public static String host(String service, String namespace) {
    return service + "." + namespace + ".svc.cluster.local";
  }
}
