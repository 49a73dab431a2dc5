package com.onlinestore.plan.labels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LabelsPropertyTest {

  @Property
  void anIndexOfLabelsFindsWhatGoingThroughAllFinds(
      @ForAll("many") List<Map<String, String>> things,
      @ForAll("labels") Map<String, String> wanted) {
    assertThat(LabelIndex.of(things, Function.identity()).carrying(wanted))
        .isEqualTo(
            things.stream()
                .filter(each -> each.entrySet().containsAll(wanted.entrySet()))
                .toList());
  }

  @Property
  void anIndexOfSelectorsFindsWhatGoingThroughAllFinds(
      @ForAll("many") List<Map<String, String>> things,
      @ForAll("labels") Map<String, String> labels) {
    assertThat(SelectorIndex.of(things, Function.identity()).meaning(labels))
        .isEqualTo(
            things.stream()
                .filter(each -> labels.entrySet().containsAll(each.entrySet()))
                .toList());
  }

  @Provide
  Arbitrary<List<Map<String, String>>> many() {
    return labels().list().ofMaxSize(12);
  }

  @Provide
  Arbitrary<Map<String, String>> labels() {
    return Arbitraries.maps(
        Arbitraries.of("app", "version", "team"), Arbitraries.of("a", "b", "c"));
  }
}
