package com.onlinestore.components.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CustomObjectTest {

  private static final ObjectMeta META = Labels.metadata("x", "store", Map.of());

  @Test
  void needsAllItsParts() {
    assertThatThrownBy(() -> new CustomObject(null, "Kind", META, Map.of()))
        .hasMessage("apiVersion");
    assertThatThrownBy(() -> new CustomObject("a/v1", null, META, Map.of())).hasMessage("kind");
    assertThatThrownBy(() -> new CustomObject("a/v1", "Kind", null, Map.of()))
        .hasMessage("metadata");
    assertThatThrownBy(() -> new CustomObject("a/v1", "Kind", META, null)).hasMessage("spec");
  }

  @Test
  void isWrittenInTheOrderPeopleKnow() {
    assertThat(Manifests.toMap(new CustomObject("a/v1", "Kind", META, Map.of("b", 1))).keySet())
        .containsExactly("apiVersion", "kind", "metadata", "spec");
  }
}
