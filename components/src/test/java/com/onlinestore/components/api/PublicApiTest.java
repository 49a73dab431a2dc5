package com.onlinestore.components.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.cluster.ExistingCluster;
import com.onlinestore.components.helm.HelmRelease;
import org.junit.jupiter.api.Test;

class PublicApiTest {

  private final PublicApi api = PublicApi.read();

  @Test
  void componentsAndWhatTheyMentionAreApiAndHelpersAreNot() {
    assertThat(api.types()).contains(ExistingCluster.class).doesNotContain(HelmRelease.class);
  }

  @Test
  void aRecordWithABuilderPromisesItInsteadOfItsConstructor() {
    assertThat(api.lines())
        .contains(
            "helm.Mirrors: record",
            "helm.Mirrors: new(String, String)",
            "mesh.MeshSettings: record, made by mesh.MeshSettingsBuilder",
            "mesh.MeshSettings: component String follow")
        .noneMatch(line -> line.startsWith("mesh.MeshSettings: new("));
  }

  @Test
  void everyMemberIsALineWithItsTypes() {
    assertThat(api.lines())
        .contains(
            "settings.Profile: enum",
            "settings.Profile: value PROD",
            "cluster.ExistingCluster: final class of ComponentResource, cluster.KubernetesCluster",
            "cluster.ExistingCluster: Optional<Output<String>> kubeconfig()",
            "cluster.KubernetesCluster: abstract cluster.ClusterFacts facts()",
            "cluster.KubernetesCluster: ComponentResourceOptions options()");
  }
}
