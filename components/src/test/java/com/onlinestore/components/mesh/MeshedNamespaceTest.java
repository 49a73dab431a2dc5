package com.onlinestore.components.mesh;

import static com.onlinestore.components.EgressRules.DNS;
import static com.onlinestore.components.Recording.TOP;
import static com.onlinestore.components.Yaml.assertYaml;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Recording;
import com.onlinestore.components.Registered;
import com.onlinestore.components.cluster.Facts;
import com.onlinestore.components.helm.Mirrors;
import com.onlinestore.components.settings.Profile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@TestInstance(Lifecycle.PER_CLASS)
class MeshedNamespaceTest {

  private final Recording recording = recording(Meshes.TRACING);

  @Test
  void forbidsEverythingNobodyAllowed() {
    assertThat(recording.get("shop").type()).isEqualTo("online-store:mesh:MeshedNamespace");
    assertThat(recording.childrenOf("shop"))
        .containsExactlyInAnyOrder(
            "kubernetes:core/v1:Namespace shop-namespace",
            "kubernetes:networking.k8s.io/v1:NetworkPolicy shop-default-deny",
            "kubernetes:networking.k8s.io/v1:NetworkPolicy shop-allow-dns",
            "kubernetes:security.istio.io/v1:PeerAuthentication shop-strict-mtls",
            "kubernetes:security.istio.io/v1:AuthorizationPolicy shop-deny-by-default",
            "kubernetes:telemetry.istio.io/v1:Telemetry shop-tracing");
    assertThat(recording.resources()).hasSize(7);
  }

  @Test
  void restrictsItsPodsAndInjectsSidecars() {
    assertYaml(
        recording.get("shop-namespace").inputs(),
        "/metadata",
        """
        name: store
        labels:
          app.kubernetes.io/managed-by: pulumi
          app.kubernetes.io/name: store
          app.kubernetes.io/part-of: online-store
          istio-injection: enabled
          pod-security.kubernetes.io/audit: restricted
          pod-security.kubernetes.io/enforce: restricted
          pod-security.kubernetes.io/warn: restricted
        """);
  }

  /** A namespace's label works on later pods only, and a custom resource needs its definition. */
  @Test
  void waitsForTheMeshThatItJoins() {
    Recording both =
        Recording.of(
            () -> {
              IstioMesh istio =
                  new IstioMesh(
                      "istio",
                      MeshSettings.defaults(),
                      Profile.DEV,
                      Facts.SHARED,
                      Mirrors.NONE,
                      Optional.empty(),
                      List.of(),
                      TOP);
              namespace("shop", istio.mesh());
            });

    assertThat(both.get("shop-namespace").dependencies())
        .containsExactly("istio-cni", "istio-istiod");
  }

  @Test
  void enforcesWhatTheSidecarsOfItsMeshAllow() {
    Mesh withoutPlugin =
        Mesh.existing(
            MeshSettingsBuilder.builder(MeshSettings.defaults()).networkPlugin(false).build(),
            Optional.empty());

    assertThat(recording(withoutPlugin).get("shop-namespace").inputs().toString())
        .contains("pod-security.kubernetes.io/enforce=privileged");
  }

  @Test
  void deniesTheNetworkInBothDirectionsToEveryPod() {
    assertYaml(
        recording.get("shop-default-deny").inputs(),
        "/spec",
        "{podSelector: {}, policyTypes: [Ingress, Egress]}");
  }

  @Test
  void letsEveryPodAskForNamesAndNothingElse() {
    assertYaml(
        recording.get("shop-allow-dns").inputs(),
        "/spec",
        """
        podSelector: {}
        policyTypes: [Egress]
        egress:
        """
            + DNS);
  }

  @Test
  void takesMutualTlsOnlyAndNoCaller() {
    assertYaml(recording.get("shop-strict-mtls").inputs(), "/spec", "mtls: {mode: STRICT}");
    assertYaml(recording.get("shop-strict-mtls").inputs(), "/metadata/name", "default");
    assertThat(recording.get("shop-deny-by-default").inputs()).containsEntry("spec", Map.of());
  }

  @Test
  void tracesAShareOfTheRequests() {
    assertYaml(
        recording.get("shop-tracing").inputs(),
        "/spec",
        "tracing: [{providers: [{name: store-traces}], randomSamplingPercentage: 12.5}]");
  }

  @Test
  void tracesNothingInAMeshWithoutAProvider() {
    assertThat(recording(Meshes.SILENT).childrenOf("shop"))
        .hasSize(5)
        .doesNotContain("kubernetes:telemetry.istio.io/v1:Telemetry shop-tracing");
  }

  @Test
  void theNamespaceComesBeforeWhatIsInIt() {
    List<String> guards = List.of("default-deny", "allow-dns", "strict-mtls", "deny-by-default");

    assertThat(guards)
        .extracting(guard -> recording.get("shop-" + guard).dependencies())
        .containsOnly(List.of("shop-namespace"));
    assertThat(guards)
        .allSatisfy(
            guard ->
                assertYaml(
                    recording.get("shop-" + guard).inputs(), "/metadata/namespace", "store"));
  }

  @Test
  void isPreparedOnlyWithAllItsGuards() {
    AtomicReference<MeshedNamespace> namespace = new AtomicReference<>();
    Recording.of(() -> namespace.set(namespace("shop", Meshes.TRACING)));

    assertThat(namespace.get().prepared().namespace().pulumiResourceName())
        .isEqualTo("shop-namespace");
    assertThat(namespace.get().prepared().guards())
        .extracting(resource -> resource.pulumiResourceName())
        .containsExactly(
            "shop-default-deny",
            "shop-allow-dns",
            "shop-strict-mtls",
            "shop-deny-by-default",
            "shop-tracing");
  }

  @Test
  void twoNamespacesInAStackShareNoResourceName() {
    Recording both =
        Recording.of(
            () -> {
              namespace("one", Meshes.TRACING);
              namespace("two", Meshes.TRACING);
            });

    assertThat(both.resources())
        .hasSize(14)
        .extracting(Registered::toString)
        .doesNotHaveDuplicates();
  }

  private static Recording recording(Mesh mesh) {
    return Recording.of(() -> namespace("shop", mesh));
  }

  private static MeshedNamespace namespace(String name, Mesh mesh) {
    return new MeshedNamespace(name, "store", "online-store", mesh, 12.5, TOP);
  }
}
