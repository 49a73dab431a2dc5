package com.onlinestore.components.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.cluster.ExistingCluster;
import com.onlinestore.components.helm.HelmRelease;
import java.io.IOException;
import java.util.List;
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
            "helm.Mirrors: new(String charts, String images)",
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

  @Test
  void whatTwoComponentsOfOneTypeMeanIsToldByTheirNames() {
    assertThat(PublicApi.lines(Way.class)).contains("api.PublicApiTest.Way: new(int from, int to)");
  }

  @Test
  void whatACallerMustCatchAndWhatMayStandForATypeIsTold() {
    assertThat(PublicApi.lines(Shop.class))
        .containsExactly(
            "api.PublicApiTest.Shop<G extends Number>: sealed interface permits"
                + " api.PublicApiTest.Corner",
            "api.PublicApiTest.Shop: abstract <T extends Number, Comparable<T>> T dearest(T...)",
            "api.PublicApiTest.Shop: abstract G open(int) throws IOException",
            "api.PublicApiTest.Shop: abstract List<G> values()");
  }

  @Test
  void whatCanBeMadeAndWhatCanOnlyBeExtendedIsTold() {
    assertThat(PublicApi.lines(Corner.class))
        .startsWith("api.PublicApiTest.Corner: abstract class of api.PublicApiTest.Shop<Integer>");
  }

  @Test
  void whatComponentsAreCalledInTheStateOfAStackIsTold() throws IOException {
    assertThat(TypeTokens.lines())
        .contains(
            "type token: online-store:cluster:EksNodes",
            "type token: online-store:service:StoreService");
  }

  /** A record without a builder. */
  public record Way(int from, int to) {}

  /** Whatever a signature can say. */
  public sealed interface Shop<G extends Number> permits Corner {

    G open(int hours) throws IOException;

    List<G> values();

    @SuppressWarnings("unchecked")
    <T extends Number & Comparable<T>> T dearest(T... of);
  }

  /** Nobody makes one. */
  public abstract static non-sealed class Corner implements Shop<Integer> {}
}
