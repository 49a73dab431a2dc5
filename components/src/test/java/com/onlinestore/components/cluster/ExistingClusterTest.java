package com.onlinestore.components.cluster;

import static com.onlinestore.components.Recording.TOP;
import static com.onlinestore.components.Yaml.assertYaml;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Recording;
import com.onlinestore.components.Registered;
import com.pulumi.core.Output;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ExistingClusterTest {

  @Test
  void createsNothingButTheProvider() {
    Recording recording = recording(ExistingClusterSettings.defaults());

    assertThat(recording.resources())
        .extracting(Registered::toString)
        .containsExactlyInAnyOrder(
            "online-store:cluster:ExistingCluster shop",
            "pulumi:providers:kubernetes shop-provider");
    assertThat(recording.childrenOf("shop"))
        .containsExactly("pulumi:providers:kubernetes shop-provider");
  }

  @Test
  void pinsThePluginThatEveryObjectGoesThrough() {
    assertThat(recording(ExistingClusterSettings.defaults()).get("shop-provider").version())
        .isEqualTo("4.32.0");
  }

  /** Whatever KUBECONFIG says here: a plan is the same on every machine. */
  @Test
  void leavesTheChoiceOfClusterToKubectlsRules() {
    assertYaml(
        recording(ExistingClusterSettings.defaults()).get("shop-provider").inputs(),
        "",
        "enableConfigMapMutable: true");
  }

  @Test
  void passesPathAndContextButNeverTheContentOfTheKubeconfig() {
    Recording recording =
        recording(
            ExistingClusterSettingsBuilder.builder()
                .kubeconfig("~/.kube/config")
                .context("kind-store")
                .build());

    assertYaml(
        recording.get("shop-provider").inputs(),
        "",
        """
        kubeconfig: ~/.kube/config
        context: kind-store
        enableConfigMapMutable: true
        """);
  }

  @Test
  void connectsWithTheKubeconfigOfAnotherStack() {
    Recording recording =
        Recording.of(
            () ->
                new ExistingCluster(
                    "shop",
                    Output.of("kind: Config"),
                    ExistingClusterSettingsBuilder.builder().context("shop").build(),
                    TOP));

    assertYaml(
        recording.get("shop-provider").inputs(),
        "",
        """
        kubeconfig: "kind: Config"
        context: shop
        enableConfigMapMutable: true
        """);
  }

  @Test
  void refusesTwoKubeconfigs() {
    ExistingClusterSettings settings =
        ExistingClusterSettingsBuilder.builder().kubeconfig("~/.kube/config").build();

    assertThat(
            Recording.refusal(
                () -> new ExistingCluster("shop", Output.of("kind: Config"), settings, TOP)))
        .isEqualTo(
            "shop: the cluster's settings have problems%n  kubeconfig: \"~/.kube/config\""
                    .formatted()
                + " contradicts the content that is given besides; remove one of them.");
  }

  @Test
  void refusesSettingsWithProblems() {
    ExistingClusterSettings settings =
        ExistingClusterSettingsBuilder.builder()
            .loadBalancer(false)
            .loadBalancerAnnotations(Map.of("a", "b"))
            .build();

    assertThat(Recording.refusal(() -> new ExistingCluster("shop", settings, TOP)))
        .isEqualTo(
            "shop: the cluster's settings have problems%n  loadBalancerAnnotations: {a=b} has no"
                    .formatted()
                + " effect in a cluster without load balancers (loadBalancer: false); remove one.");
  }

  @Test
  void twoInAStackShareNoResourceName() {
    Recording recording =
        Recording.of(
            () -> {
              new ExistingCluster("one", ExistingClusterSettings.defaults(), TOP);
              new ExistingCluster("two", ExistingClusterSettings.defaults(), TOP);
            });

    assertThat(recording.resources())
        .hasSize(4)
        .extracting(Registered::toString)
        .doesNotHaveDuplicates();
  }

  @Test
  void handsOutItsProviderAndFacts() {
    AtomicReference<ExistingCluster> cluster = new AtomicReference<>();
    Recording.of(
        () -> cluster.set(new ExistingCluster("shop", ExistingClusterSettings.defaults(), TOP)));

    assertThat(cluster.get().provider()).isInstanceOf(KubernetesProvider.class);
    assertThat(cluster.get().facts()).isEqualTo(ExistingClusterSettings.defaults().facts());
  }

  private static Recording recording(ExistingClusterSettings settings) {
    return Recording.of(() -> new ExistingCluster("shop", settings, TOP));
  }
}
