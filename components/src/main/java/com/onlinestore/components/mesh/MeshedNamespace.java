package com.onlinestore.components.mesh;

import com.onlinestore.components.kubernetes.GuardedNamespace;
import com.onlinestore.components.kubernetes.KubernetesObject;
import com.onlinestore.components.kubernetes.Labels;
import com.onlinestore.components.kubernetes.Peers;
import com.onlinestore.components.mesh.istio.AuthorizationPolicy;
import com.onlinestore.components.mesh.istio.IstioSpec;
import com.onlinestore.components.mesh.istio.PeerAuthentication;
import com.onlinestore.components.mesh.istio.Telemetry;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A namespace whose pods join the mesh, with everything forbidden that nobody allowed: restricted
 * Pod Security, strict mutual TLS, no caller and no network in either direction but DNS.
 *
 * <p>The trap: a namespace's labels work on pods that start later. Create nothing in it before
 * {@link #prepared()}.
 *
 * <pre>{@code
 * var namespace =
 *     new MeshedNamespace(
 *         "tools", "tools", "tools", mesh, mesh.memberLabels(), 5.0, cluster.options());
 * List<Resource> before = namespace.prepared().guards();
 * }</pre>
 */
public final class MeshedNamespace extends ComponentResource {

  private final String namespace;
  private final String partOf;
  private final KubernetesObject object;
  private final List<Resource> guards = new ArrayList<>();

  /**
   * Creates the namespace.
   *
   * @param partOf the application it belongs to
   * @param joining what makes its pods join the mesh
   * @param sampling percent of requests that are traced, where the mesh has a collector
   */
  public MeshedNamespace(
      String name,
      String namespace,
      String partOf,
      Mesh mesh,
      Map<String, String> joining,
      double sampling,
      ComponentResourceOptions options) {
    super("online-store:mesh:MeshedNamespace", name, options);
    this.namespace = namespace;
    this.partOf = partOf;
    this.object = namespace(name, mesh, joining);
    denyNetwork(name);
    allowDns(name);
    guard(name, "strict-mtls", "default", PeerAuthentication.STRICT);
    guard(name, "deny-by-default", "deny-by-default", AuthorizationPolicy.NOTHING);
    mesh.tracingProvider()
        .ifPresent(
            provider -> guard(name, "tracing", "tracing", Telemetry.traces(provider, sampling)));
    registerOutputs(Map.of());
  }

  /** The namespace with its guards. */
  public PreparedNamespace prepared() {
    return new PreparedNamespace(object, guards);
  }

  private KubernetesObject namespace(String name, Mesh mesh, Map<String, String> joining) {
    return GuardedNamespace.create(
        name + "-namespace",
        namespace,
        partOf,
        mesh.podSecurity(),
        joining,
        CustomResourceOptions.builder().parent(this).dependsOn(mesh.ready()).build());
  }

  private void denyNetwork(String name) {
    NetworkPolicy policy =
        new NetworkPolicyBuilder()
            .withMetadata(metadata("default-deny"))
            .withNewSpec()
            .withNewPodSelector()
            .endPodSelector()
            .withPolicyTypes("Ingress", "Egress")
            .endSpec()
            .build();
    guards.add(new KubernetesObject(name + "-default-deny", policy, inside()));
  }

  private void allowDns(String name) {
    NetworkPolicy policy =
        new NetworkPolicyBuilder()
            .withMetadata(metadata("allow-dns"))
            .withNewSpec()
            .withNewPodSelector()
            .endPodSelector()
            .withPolicyTypes("Egress")
            .withEgress(List.of(Peers.dns()))
            .endSpec()
            .build();
    guards.add(new KubernetesObject(name + "-allow-dns", policy, inside()));
  }

  private void guard(String name, String suffix, String objectName, IstioSpec spec) {
    guards.add(
        new KubernetesObject(name + "-" + suffix, spec.named(metadata(objectName)), inside()));
  }

  private ObjectMeta metadata(String objectName) {
    return Labels.metadata(objectName, namespace, Labels.of(objectName, partOf));
  }

  private CustomResourceOptions inside() {
    return CustomResourceOptions.builder().parent(this).dependsOn(object).build();
  }
}
