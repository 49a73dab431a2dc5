package com.onlinestore.components.observability;

import com.onlinestore.components.kubernetes.KubernetesObject;
import com.onlinestore.components.kubernetes.Labels;
import com.onlinestore.components.mesh.Mesh;
import com.onlinestore.components.mesh.istio.AuthorizationPolicy;
import com.onlinestore.components.mesh.istio.AuthorizationPolicy.Operation;
import com.onlinestore.components.mesh.istio.AuthorizationPolicy.Rule;
import com.onlinestore.components.mesh.istio.AuthorizationPolicy.To;
import com.onlinestore.components.mesh.istio.IstioSpec;
import com.onlinestore.components.mesh.istio.PeerAuthentication;
import com.onlinestore.components.mesh.istio.WorkloadSelector;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a Prometheus of our own needs in an ambient mesh, where it is a member: without a sidecar to
 * ask, it must reach the applications themselves, and they talk to members alone.
 *
 * <p>Grafana and the operator stay outside. So Prometheus itself goes on answering without mutual
 * TLS on its own ports, as it does beside a mesh of sidecars, even where the whole mesh is strict
 * and denies by default.
 *
 * <pre>{@code
 * new AmbientPrometheus("ambient-prometheus", mesh, monitoring, cluster.options());
 * }</pre>
 */
public final class AmbientPrometheus extends ComponentResource {

  /** What makes a pod join by itself, whatever its namespace. */
  static final Map<String, String> MEMBER = Map.of("istio.io/dataplane-mode", "ambient");

  private static final WorkloadSelector PODS =
      new WorkloadSelector(Map.of("app.kubernetes.io/name", "prometheus"));

  /** Prometheus, and the agent that reloads its configuration. */
  private static final List<String> PORTS = List.of("8080", "9090");

  /** Opens the own ports of the Prometheus of {@code monitoring} in {@code mesh}. */
  public AmbientPrometheus(
      String name, Mesh mesh, Monitoring monitoring, ComponentResourceOptions options) {
    super("online-store:observability:AmbientPrometheus", name, options);
    List<Resource> before = new ArrayList<>(mesh.ready());
    before.addAll(monitoring.ready());
    CustomResourceOptions after =
        CustomResourceOptions.builder().parent(this).dependsOn(before).build();
    object(name + "-plain", PeerAuthentication.permissive(PODS, PORTS), after);
    object(
        name + "-authorization",
        AuthorizationPolicy.allow(
            PODS,
            List.of(
                new Rule(List.of(), List.of(new To(new Operation(PORTS, List.of(), List.of())))))),
        after);
    registerOutputs(Map.of());
  }

  private static void object(String name, IstioSpec spec, CustomResourceOptions options) {
    new KubernetesObject(
        name,
        spec.named(
            Labels.metadata(
                "prometheus",
                ObservabilitySettings.MONITORING,
                Labels.of("prometheus", "monitoring"))),
        options);
  }
}
