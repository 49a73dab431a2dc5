package com.onlinestore.components;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.cluster.ExistingCluster;
import com.onlinestore.components.cluster.ExistingClusterSettings;
import com.onlinestore.components.cluster.KubernetesCluster;
import com.pulumi.resources.ComponentResourceOptions;
import org.junit.jupiter.api.Test;

/** All components together, given the provider of one cluster. */
class OneProviderTest {

  @Test
  void everyObjectOfAStackGoesThroughTheProviderOfItsCluster() {
    Recording recording = Recording.of(OneProviderTest::stack);

    assertThat(recording.resources())
        .filteredOn(each -> each.type().startsWith("kubernetes:"))
        .hasSizeGreaterThan(40)
        .allMatch(each -> each.provider().equals("cluster-provider"));
    assertThat(recording.resources())
        .filteredOn(each -> each.type().startsWith("pulumi:providers:"))
        .extracting(Registered::name)
        .containsExactly("cluster-provider");
    assertThat(recording.resources()).extracting(Registered::toString).doesNotHaveDuplicates();
  }

  private static void stack() {
    KubernetesCluster cluster =
        new ExistingCluster("cluster", ExistingClusterSettings.defaults(), Recording.TOP);
    ComponentResourceOptions options =
        ComponentResourceOptions.builder().providers(cluster.provider()).build();
    AllComponents.on(cluster, options);
  }
}
