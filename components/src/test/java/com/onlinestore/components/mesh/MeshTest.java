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
  void withoutARevisionTheDefaultInjectorIsAsked() {
    Mesh mesh = Mesh.existing(MeshSettings.defaults(), Profile.DEV, Optional.empty());

    assertThat(mesh.injectionLabels()).containsExactly(Map.entry("istio-injection", "enabled"));
    assertThat(mesh.tracingProvider()).isEmpty();
    assertThat(mesh.collector()).isEmpty();
  }
}
