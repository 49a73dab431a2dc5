package com.onlinestore.components.kubernetes;

import static com.onlinestore.components.Yaml.assertYaml;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LabelsTest {

  private static final ObjectMeta ORDERS =
      Labels.metadata("orders", "store", Labels.of("orders", "store"));

  @Test
  void metadataHasAFixedNameAndTheRecommendedLabelsWithoutVersion() {
    assertYaml(
        ORDERS,
        "",
        """
        name: orders
        namespace: store
        labels:
          app.kubernetes.io/managed-by: pulumi
          app.kubernetes.io/name: orders
          app.kubernetes.io/part-of: store
        """);
  }

  @Test
  void clusterWideObjectsHaveNoNamespace() {
    assertYaml(
        Labels.metadata("store", null, Map.of("a", "b")), "", "{name: store, labels: {a: b}}");
  }

  @Test
  void onlyTheNameSelectsBecauseSelectorsNeverChange() {
    assertThat(Labels.selector("orders"))
        .containsExactly(Map.entry("app.kubernetes.io/name", "orders"));
  }

  @Test
  void furtherLabelsComeBesideWithoutChangingTheOriginal() {
    ObjectMeta labelled = Labels.with(ORDERS, Map.of("release", "kps"));

    assertThat(labelled.getLabels()).hasSize(4).containsEntry("release", "kps");
    assertThat(labelled.getName()).isEqualTo("orders");
    assertThat(ORDERS.getLabels()).doesNotContainKey("release");
  }
}
