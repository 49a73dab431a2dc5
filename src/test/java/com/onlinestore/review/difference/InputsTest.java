package com.onlinestore.review.difference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class InputsTest {

  @Test
  void aNumberIsTheSameHoweverItIsWritten() {
    assertThat(changes("a: 1", "a: 1.0")).isEmpty();
    assertThat(changes("a: 1", "a: '1'")).containsExactly("a: 1 -> 1");
  }

  @Test
  void elementsAreToldApartByTheirName() {
    assertThat(
            changes(
                "c: [{name: a, v: 1}, {name: b, v: 2}]",
                "c: [{name: new, v: 0}, {name: a, v: 1}, {name: b, v: 3}]"))
        .containsExactly("c[new]:  -> {\"name\":\"new\",\"v\":0}", "c[b].v: 2 -> 3");
  }

  @Test
  void anotherOrderOfNamedElementsIsADifference() {
    assertThat(changes("c: [{name: a}, {name: b}]", "c: [{name: b}, {name: a}]"))
        .containsExactly("c: [\"a\",\"b\"] -> [\"b\",\"a\"]");
  }

  @Test
  void aNewElementWithoutNameDoesNotMoveOthers() {
    assertThat(changes("r: [{p: 1}, {p: 2}]", "r: [{p: 0}, {p: 1}, {p: 2}]"))
        .containsExactly("r[0]:  -> {\"p\":0}");
    assertThat(changes("r: [{p: 1}, {p: 2}]", "r: [{p: 2}]"))
        .containsExactly("r[0]: {\"p\":1} -> ");
    assertThat(changes("r: [{p: 1}, {p: 1}]", "r: [{p: 1}]"))
        .containsExactly("r[1]: {\"p\":1} -> ");
  }

  @Test
  void aListOfPlainValuesIsOneValue() {
    assertThat(changes("l: [a, b]", "l: [b, a]"))
        .containsExactly("l: [\"a\",\"b\"] -> [\"b\",\"a\"]");
  }

  @Test
  void theTextOfAPolicyIsComparedAsWhatItMeans() {
    assertThat(changes("policy: '{\"Action\": \"a\"}'", "policy: '{ \"Action\":\"a\" }'"))
        .isEmpty();
    assertThat(changes("policy: '{\"Action\": \"a\"}'", "policy: '{\"Action\": \"b\"}'"))
        .containsExactly("policy.Action: a -> b");
    assertThat(changes("note: '{a'", "note: '{b'")).containsExactly("note: {a -> {b");
  }

  @Test
  void keysWithDotsAreQuoted() {
    assertThat(changes("labels: {a.b/c: x}", "labels: {}"))
        .containsExactly("labels[\"a.b/c\"]: x -> ");
  }

  private static List<String> changes(String before, String after) {
    return Inputs.changes(yaml(before), yaml(after)).stream()
        .map(
            change ->
                "%s: %s -> %s"
                    .formatted(
                        change.path(), Values.brief(change.before()), Values.brief(change.after())))
        .toList();
  }

  private static JsonNode yaml(String text) {
    try {
      return new YAMLMapper().readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
