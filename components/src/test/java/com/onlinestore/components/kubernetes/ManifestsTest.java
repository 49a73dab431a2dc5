package com.onlinestore.components.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PodSpecBuilder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ManifestsTest {

  record Spec(String text, List<String> list, Map<String, String> map, int zero, Spec inner) {}

  @Test
  void leaveOutWhatIsAbsentOrEmptyButKeepZero() {
    assertThat(Manifests.toMap(new Spec(null, List.of(), Map.of(), 0, null)))
        .containsExactly(Map.entry("zero", 0));
    assertThat(Manifests.toMap(new Spec("", List.of("a"), Map.of("b", "c"), 1, null)))
        .containsOnlyKeys("list", "map", "zero");
  }

  /** An empty selector selects everything, none selects nothing: they must not be confused. */
  @Test
  void keepAnEmptySelector() {
    assertThat(Manifests.toMap(Map.of("podSelector", new LabelSelector())))
        .containsExactly(Map.entry("podSelector", Map.of()));
  }

  /** A mounted file may be empty, and a label may have no value. */
  @Test
  void keepEmptyTextInMaps() {
    assertThat(Manifests.toMap(new ConfigMapBuilder().addToData("a", "").build()))
        .containsEntry("data", Map.of("a", ""));
  }

  /** Pulumi cannot serialise a Long. */
  @Test
  void makeIntegersOfLongs() {
    assertThat(Manifests.toMap(new PodSpecBuilder().withTerminationGracePeriodSeconds(30L).build()))
        .containsExactly(Map.entry("terminationGracePeriodSeconds", 30));
  }

  @Test
  void carryKindAndVersionOfTypedObjects() {
    assertThat(Manifests.toMap(new ConfigMapBuilder().addToData("a", "b").build()))
        .containsEntry("apiVersion", "v1")
        .containsEntry("kind", "ConfigMap")
        .containsEntry("data", Map.of("a", "b"));
  }

  @Test
  void writeDocumentsForAnnotationsInOneLine() {
    Map<String, Object> document =
        new TreeMap<>(Map.of("b", List.of(1, 2), "a", Map.of("c", true)));

    assertThat(Manifests.toJson(document)).isEqualTo("{\"a\":{\"c\":true},\"b\":[1,2]}");
  }
}
