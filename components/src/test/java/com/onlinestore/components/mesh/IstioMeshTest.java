package com.onlinestore.components.mesh;

import static com.onlinestore.components.Recording.TOP;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Recording;
import com.onlinestore.components.Registered;
import com.onlinestore.components.Yaml;
import com.onlinestore.components.cluster.ClusterFacts;
import com.onlinestore.components.cluster.ClusterFactsBuilder;
import com.onlinestore.components.cluster.Facts;
import com.onlinestore.components.helm.Mirrors;
import com.onlinestore.components.kubernetes.Hardening.PodSecurity;
import com.onlinestore.components.settings.Profile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class IstioMeshTest {

  private static final List<String> RELEASES =
      List.of(
          "kubernetes:core/v1:Namespace mesh-istio-system",
          "kubernetes:core/v1:Namespace mesh-istio-cni",
          "kubernetes:helm.sh/v3:Release mesh-base",
          "kubernetes:helm.sh/v3:Release mesh-cni",
          "kubernetes:helm.sh/v3:Release mesh-istiod");

  private static final String TAG =
      "kubernetes:admissionregistration.k8s.io/v1:MutatingWebhookConfiguration";

  private static final MeshSettings REVISIONS =
      Yaml.read(
          MeshSettings.class,
          """
          revisions: {v1-29: {version: 1.29.2}, v1-30: {}}
          tags: {stable: v1-29, next: v1-30}
          follow: stable
          """);

  @Test
  void installsDefinitionsPluginAndControlPlane() {
    Recording recording = recording(MeshSettings.defaults(), Facts.SHARED);

    assertThat(recording.get("mesh").type()).isEqualTo("online-store:mesh:IstioMesh");
    assertThat(recording.childrenOf("mesh")).containsExactlyInAnyOrderElementsOf(RELEASES);
    assertThat(recording.resources()).hasSize(6);
  }

  @Test
  void everyPartWaitsForWhatItNeeds() {
    Recording recording = recording(MeshSettings.defaults(), Facts.OWNED);

    assertThat(recording.get("mesh-base").dependencies()).containsExactly("mesh-istio-system");
    assertThat(recording.get("mesh-cni").dependencies())
        .containsExactly("mesh-base", "mesh-istio-cni");
    assertThat(recording.get("mesh-istiod").dependencies())
        .containsExactly("mesh-base", "mesh-cni");
    assertThat(recording.get("mesh-strict-mtls").dependencies()).containsExactly("mesh-istiod");
    assertThat(recording.get("mesh-deny-by-default").dependencies()).containsExactly("mesh-istiod");
  }

  @Test
  void onlyThePluginMayTouchTheNode() {
    Recording recording = recording(MeshSettings.defaults(), Facts.SHARED);

    assertThat(recording.get("mesh-istio-cni").inputs().toString())
        .contains("pod-security.kubernetes.io/enforce=privileged");
    assertThat(recording.get("mesh-istio-system").inputs().toString())
        .contains("pod-security.kubernetes.io/enforce=restricted");
  }

  @Test
  void theReleasesHaveTheNamesIstioDocuments() {
    Recording recording = recording(MeshSettings.defaults(), Facts.SHARED);

    assertThat(List.of("mesh-base", "mesh-cni", "mesh-istiod"))
        .extracting(name -> recording.get(name).inputs())
        .extracting(inputs -> List.of(inputs.get("name"), inputs.get("namespace")))
        .containsExactly(
            List.of("istio-base", "istio-system"),
            List.of("istio-cni", "istio-cni"),
            List.of("istiod", "istio-system"));
    assertThat(recording.get("mesh-istiod").inputs())
        .containsEntry("chart", "istiod")
        .containsEntry("version", "1.30.3");
  }

  @Test
  void strictPoliciesReachTheWholeMeshOnlyInAClusterOfTheStack() {
    Recording owned = recording(MeshSettings.defaults(), Facts.OWNED);

    assertThat(owned.childrenOf("mesh"))
        .hasSize(7)
        .contains(
            "kubernetes:security.istio.io/v1:PeerAuthentication mesh-strict-mtls",
            "kubernetes:security.istio.io/v1:AuthorizationPolicy mesh-deny-by-default");
    Yaml.assertYaml(owned.get("mesh-strict-mtls").inputs(), "/spec", "mtls: {mode: STRICT}");
    Yaml.assertYaml(owned.get("mesh-strict-mtls").inputs(), "/metadata/name", "default");
    Yaml.assertYaml(owned.get("mesh-strict-mtls").inputs(), "/metadata/namespace", "istio-system");
    assertThat(owned.get("mesh-deny-by-default").inputs()).containsEntry("spec", Map.of());
  }

  @Test
  void theStackFileMayWidenOrNarrowThePolicies() {
    assertThat(recording(scope(PolicyScope.MESH), Facts.SHARED).childrenOf("mesh")).hasSize(7);
    assertThat(recording(scope(PolicyScope.NAMESPACES), Facts.OWNED).childrenOf("mesh")).hasSize(5);
  }

  @Test
  void handsOutWhatServicesNeedToJoin() {
    AtomicReference<Mesh> mesh = new AtomicReference<>();
    Recording.of(() -> mesh.set(mesh("mesh", MeshSettings.defaults(), Facts.SHARED).mesh()));

    assertThat(mesh.get().namespace()).isEqualTo("istio-system");
    assertThat(mesh.get().injectionLabels())
        .containsExactly(Map.entry("istio-injection", "enabled"));
    assertThat(mesh.get().podSecurity()).isEqualTo(PodSecurity.RESTRICTED);
    assertThat(mesh.get().tracingProvider()).contains("store-traces");
    assertThat(mesh.get().collector()).contains(Meshes.COLLECTOR);
    assertThat(mesh.get().proxy()).isEqualTo(MeshSettings.defaults().proxy());
    assertThat(mesh.get().ready()).hasSize(2);
  }

  @Test
  void refusesSettingsWithProblems() {
    MeshSettings settings =
        MeshSettingsBuilder.builder(MeshSettings.defaults()).revision("stable").build();

    assertThat(Recording.refusal(() -> mesh("mesh", settings, Facts.SHARED)))
        .isEqualTo(
            "mesh: the mesh's settings have problems%n  revision: \"stable\" is only for mesh.use:"
                    .formatted()
                + " existing; remove it.");
  }

  @Test
  void twoMeshesInAStackShareNoResourceName() {
    Recording recording =
        Recording.of(
            () -> {
              mesh("one", MeshSettings.defaults(), Facts.OWNED);
              mesh("two", MeshSettings.defaults(), Facts.OWNED);
            });

    assertThat(recording.resources())
        .hasSize(16)
        .extracting(Registered::toString)
        .doesNotHaveDuplicates();
  }

  @Test
  void everyRevisionHasAControlPlaneAndTheyShareTheRest() {
    Recording recording = recording(REVISIONS, Facts.SHARED);

    assertThat(recording.childrenOf("mesh"))
        .containsExactlyInAnyOrder(
            "kubernetes:core/v1:Namespace mesh-istio-system",
            "kubernetes:core/v1:Namespace mesh-istio-cni",
            "kubernetes:helm.sh/v3:Release mesh-base",
            "kubernetes:helm.sh/v3:Release mesh-cni",
            "kubernetes:helm.sh/v3:Release mesh-istiod-v1-29",
            "kubernetes:helm.sh/v3:Release mesh-istiod-v1-30",
            TAG + " mesh-tag-stable",
            TAG + " mesh-tag-next");
    assertThat(recording.get("mesh-istiod-v1-29").inputs())
        .containsEntry("name", "istiod-v1-29")
        .containsEntry("version", "1.29.2");
    assertThat(recording.get("mesh-istiod-v1-30").inputs())
        .containsEntry("name", "istiod-v1-30")
        .containsEntry("version", "1.30.3");
    Yaml.assertYaml(recording.get("mesh-istiod-v1-29").inputs(), "/values/revision", "v1-29");
    Yaml.assertYaml(recording.get("mesh-base").inputs(), "/version", "1.30.3");
    Yaml.assertYaml(recording.get("mesh-base").inputs(), "/values/defaultRevision", "v1-29");
  }

  @Test
  void aTagWaitsForItsRevisionAndForNoOther() {
    Recording recording = recording(REVISIONS, Facts.SHARED);

    assertThat(recording.get("mesh-tag-stable").dependencies())
        .containsExactly("mesh-istiod-v1-29");
    assertThat(recording.get("mesh-tag-next").dependencies()).containsExactly("mesh-istiod-v1-30");
    Yaml.assertYaml(
        recording.get("mesh-tag-stable").inputs(), "/metadata/labels/istio.io~1rev", "v1-29");
  }

  @Test
  void podsWaitForEveryControlPlaneAndTag() {
    AtomicReference<Mesh> mesh = new AtomicReference<>();
    Recording.of(() -> mesh.set(mesh("mesh", REVISIONS, Facts.SHARED).mesh()));

    assertThat(mesh.get().injectionLabels()).containsExactly(Map.entry("istio.io/rev", "stable"));
    assertThat(mesh.get().ready()).hasSize(5);
  }

  @Test
  void refusesAControlPlaneThatDoesNotWorkWithTheCluster() {
    ClusterFacts newer =
        ClusterFactsBuilder.builder(Facts.SHARED).kubernetesVersion("1.36").build();

    assertThat(Recording.refusal(() -> mesh("mesh", REVISIONS, newer)))
        .isEqualTo(
            "mesh: the mesh does not work with the cluster%n  revisions.v1-29.version: \"1.29.2\""
                    .formatted()
                + " does not work with the cluster's Kubernetes 1.36: Istio 1.29 supports 1.31 to"
                + " 1.35.");
  }

  @Test
  void inAmbientModeEveryNodeHasAProxyBesideThePlugin() {
    Recording recording = recording(Yaml.read(MeshSettings.class, "mode: ambient"), Facts.SHARED);

    assertThat(recording.childrenOf("mesh"))
        .hasSize(6)
        .containsAll(RELEASES)
        .contains("kubernetes:helm.sh/v3:Release mesh-ztunnel");
    assertThat(recording.get("mesh-ztunnel").inputs())
        .containsEntry("name", "ztunnel")
        .containsEntry("namespace", "istio-cni")
        .containsEntry("chart", "ztunnel");
    assertThat(recording.get("mesh-ztunnel").dependencies())
        .containsExactly("mesh-istio-cni", "mesh-istiod");
  }

  @Test
  void podsOfAnAmbientMeshWaitForTheProxiesOfTheNodes() {
    AtomicReference<Mesh> mesh = new AtomicReference<>();
    MeshSettings ambient = Yaml.read(MeshSettings.class, "mode: ambient");
    Recording.of(() -> mesh.set(mesh("mesh", ambient, Facts.SHARED).mesh()));

    assertThat(mesh.get().ready()).hasSize(3);
    assertThat(mesh.get().waypoint()).contains(new Waypoint(Profile.DEV, ambient.proxy(), null));
  }

  private static MeshSettings scope(PolicyScope scope) {
    return MeshSettingsBuilder.builder(MeshSettings.defaults()).policyScope(scope).build();
  }

  @Test
  void inProdProxiesLogFailuresOnly() {
    Recording prod =
        Recording.of(() -> mesh("mesh", MeshSettings.defaults(), Facts.SHARED, Profile.PROD));

    assertThat(prod.get("mesh-access-log").dependencies()).containsExactly("mesh-istiod");
    Yaml.assertYaml(prod.get("mesh-access-log").inputs(), "/metadata/namespace", "istio-system");
    assertThat(recording(MeshSettings.defaults(), Facts.SHARED).childrenOf("mesh"))
        .doesNotContain("kubernetes:telemetry.istio.io/v1:Telemetry mesh-access-log");
  }

  private static Recording recording(MeshSettings settings, ClusterFacts facts) {
    return Recording.of(() -> mesh("mesh", settings, facts));
  }

  private static IstioMesh mesh(String name, MeshSettings settings, ClusterFacts facts) {
    return mesh(name, settings, facts, Profile.DEV);
  }

  private static IstioMesh mesh(
      String name, MeshSettings settings, ClusterFacts facts, Profile profile) {
    return new IstioMesh(
        name,
        settings,
        profile,
        facts,
        Mirrors.NONE,
        Optional.of(Meshes.COLLECTOR),
        List.of(),
        TOP);
  }
}
