package com.onlinestore.review.difference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PropertyChangeTest {

  @Test
  void aBlockThatComesIsToldWithAllOfItsParts() throws IOException {
    assertThat(parts("{}", "{containers: [{name: a, securityContext: {privileged: true}}]}"))
        .containsExactly(
            "containers",
            "containers[a]",
            "containers[a].name",
            "containers[a].securityContext",
            "containers[a].securityContext.privileged");
  }

  @Test
  void aBlockThatGoesIsToldWithItsPartsButNotWithWhatIsInAnElementOfAList() throws IOException {
    assertThat(
            parts(
                "{securityContext: {runAsNonRoot: true}, containers: [{name: a, readinessProbe: {}}]}",
                "{}"))
        .containsExactly("containers", "securityContext", "securityContext.runAsNonRoot");
  }

  @Test
  void anElementThatGoesIsToldAlone() throws IOException {
    assertThat(
            parts(
                "{containers: [{name: a}, {name: b, readinessProbe: {}}]}",
                "{containers: [{name: a}]}"))
        .containsExactly("containers[b]");
  }

  @Test
  void aValueThatChangesIsItsOnlyPart() throws IOException {
    assertThat(parts("{a: {b: 1}}", "{a: {b: 2}}")).containsExactly("a.b");
  }

  private static List<String> parts(String before, String after) throws IOException {
    YAMLMapper yaml = new YAMLMapper();
    return Inputs.changes(yaml.readTree(before), yaml.readTree(after)).stream()
        .flatMap(change -> change.parts().stream())
        .map(part -> part.path().toString())
        .toList();
  }
}
