package com.onlinestore.components.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.settings.Problem;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeLabelsTest {

  @Test
  void labelsOfOnesOwnAreFine() {
    assertThat(NodeLabels.problems(Map.of("store.example.com/use", "batch", "tier", ""))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kubernetes.io/os",
        "node.kubernetes.io/type",
        "topology.k8s.io/zone",
        "cloud.google.com/gke-spot",
        "eks.amazonaws.com/nodegroup"
      })
  void labelsOfOthersAreRefused(String key) {
    assertThat(NodeLabels.problems(Map.of(key, "x")))
        .containsExactly(
            new Problem(
                "",
                "\"" + key + "\" belongs to Kubernetes or the cloud; choose a key of your own."));
  }

  @Test
  void whatIsNoLabelIsRefused() {
    assertThat(NodeLabels.problems(Map.of("no key", "no value")))
        .containsExactly(
            new Problem("", "\"no key\" is no key of a Kubernetes label."),
            new Problem("", "\"no value\" is no value of a Kubernetes label."));
  }
}
