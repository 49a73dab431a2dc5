package com.onlinestore.components.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.kubernetes.Hardening.PodSecurity;
import com.onlinestore.components.settings.Profile;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MeshTest {

  @Test
  void anExistingMeshIsUsedAsItsSettingsSay() {
    MeshSettings settings =
        MeshSettingsBuilder.builder(MeshSettings.defaults())
            .namespace("mesh")
            .revision("stable")
            .tracingProvider("otel")
            .build();
    Mesh mesh = Mesh.existing(settings, Profile.DEV, Optional.of(Meshes.COLLECTOR));

    assertThat(mesh.namespace()).isEqualTo("mesh");
    assertThat(mesh.injectionLabels()).containsExactly(Map.entry("istio.io/rev", "stable"));
    assertThat(mesh.podSecurity()).isEqualTo(PodSecurity.RESTRICTED);
    assertThat(mesh.tracingProvider()).contains("otel");
    assertThat(mesh.collector()).contains(Meshes.COLLECTOR);
    assertThat(mesh.proxy()).isEqualTo(settings.proxy());
    assertThat(mesh.ready()).isEmpty();
  }

  /** Its sidecars then have an init container with NET_ADMIN. */
  @Test
  void withoutTheNetworkPluginNoNamespaceCanBeRestricted() {
    MeshSettings settings =
        MeshSettingsBuilder.builder(MeshSettings.defaults()).networkPlugin(false).build();

    assertThat(Mesh.existing(settings, Profile.DEV, Optional.empty()).podSecurity())
        .isEqualTo(PodSecurity.PRIVILEGED);
  }

  @Test
  void aSidecarComesByInjectionAndAWaypointByALabelOfItsOwn() {
    assertThat(Meshes.TRACING.ambient()).isFalse();
    assertThat(Meshes.TRACING.memberLabels())
        .containsExactly(Map.entry("istio-injection", "enabled"));
    assertThat(Meshes.AMBIENT.ambient()).isTrue();
    assertThat(Meshes.AMBIENT.memberLabels())
        .containsOnly(
            Map.entry("istio.io/dataplane-mode", "ambient"),
            Map.entry("istio.io/use-waypoint", "waypoint"),
            Map.entry("istio.io/ingress-use-waypoint", "true"));
  }

  @Test
  void anExistingAmbientMeshInjectsGatewaysAndMakesWaypointsByItsRevision() {
    MeshSettings settings =
        MeshSettingsBuilder.builder().mode(MeshMode.AMBIENT).revision("stable").build();
    Mesh mesh = Mesh.existing(settings, Profile.PROD, Optional.empty());

    assertThat(mesh.injectionLabels()).containsExactly(Map.entry("istio.io/rev", "stable"));
    assertThat(mesh.waypoint()).contains(new Waypoint(Profile.PROD, settings.proxy(), "stable"));
  }

  @Test
  void withoutARevisionTheDefaultInjectorIsAsked() {
    Mesh mesh = Mesh.existing(MeshSettings.defaults(), Profile.DEV, Optional.empty());

    assertThat(mesh.injectionLabels()).containsExactly(Map.entry("istio-injection", "enabled"));
    assertThat(mesh.tracingProvider()).isEmpty();
    assertThat(mesh.collector()).isEmpty();
  }
}
