package com.onlinestore.components.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PatchTest {

  /** Examples of the appendix of RFC 7386. */
  @Test
  void objectsAreMergedNullTakesAwayAndAnythingElseTakesThePlace() {
    assertThat(applied("{a: b}", "{a: c}")).isEqualTo(map("{a: c}"));
    assertThat(applied("{a: b}", "{b: c}")).isEqualTo(map("{a: b, b: c}"));
    assertThat(applied("{a: b, b: c}", "{a: null}")).isEqualTo(map("{b: c}"));
    assertThat(applied("{a: [b]}", "{a: [c]}")).isEqualTo(map("{a: [c]}"));
    assertThat(applied("{a: {b: c}}", "{a: {b: d, c: null}}")).isEqualTo(map("{a: {b: d}}"));
    assertThat(applied("{}", "{a: {bb: {ccc: null}}}")).isEqualTo(map("{a: {bb: {}}}"));
  }

  @Test
  void theDocumentItselfStays() {
    Map<String, Object> document = map("{a: {b: c}}");

    new Patch(map("{a: {b: d}}")).applied(document);

    assertThat(document).isEqualTo(map("{a: {b: c}}"));
  }

  @Test
  void tellsWhatItSetsAndTakesAway() {
    assertThat(new Patch(map("{spec: {replicas: 3, strategy: null, ports: [1]}, a: {}}")).paths())
        .containsExactly("a", "spec.ports", "spec.replicas", "spec.strategy");
  }

  private static Map<String, Object> applied(String document, String change) {
    return new Patch(map(change)).applied(map(document));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(String yaml) {
    return Yaml.read(Map.class, yaml);
  }
}
