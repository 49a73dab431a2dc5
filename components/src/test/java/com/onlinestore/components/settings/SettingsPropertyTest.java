package com.onlinestore.components.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;

class SettingsPropertyTest {

  @Property
  void everyImageHasAnEqualOnAMirrorWithoutItsOldRegistry(
      @ForAll("registries") String registry, @ForAll("repositories") String repository) {
    Image image = new Image(registry.isEmpty() ? repository : registry + "/" + repository);

    assertThat(image.mirroredBy("mirror.local:5000/cache").reference())
        .startsWith("mirror.local:5000/cache/")
        .endsWith("/" + repository)
        .doesNotContain("registry.example.com");
  }

  @Property
  void everyTimeSpanIsReadAsItIsWritten(
      @ForAll @LongRange(min = 1, max = 999_999_999) long millis) {
    TimeSpan span = TimeSpan.of(millis + "ms");

    assertThat(TimeSpan.of(span.toString())).isEqualTo(span);
    assertThat(span.wholeSeconds()).isEqualTo((long) Math.ceil(millis / 1000.0));
  }

  @Property
  void everySingleSlipInALongerWordIsUnderstood(
      @ForAll @AlphaChars @StringLength(min = 3, max = 12) String word,
      @ForAll char typed,
      @ForAll int at) {
    int place = Math.floorMod(at, word.length());
    String slip = word.substring(0, place) + typed + word.substring(place + 1);

    assertThat(Nearest.nearest(slip, List.of(word))).contains(word);
    assertThat(Nearest.edits(slip, word)).isEqualTo(slip.equals(word) ? 0 : 1);
    assertThat(Nearest.edits(word, slip)).isEqualTo(Nearest.edits(slip, word));
  }

  @Provide
  Arbitrary<String> registries() {
    return Arbitraries.of("", "ghcr.io", "localhost", "registry.example.com:5000", "10.0.0.1:5000");
  }

  @Provide
  Arbitrary<String> repositories() {
    Arbitrary<String> part = Arbitraries.of("acme", "my-shop", "a_b", "x__y", "orders2");
    Arbitrary<String> tag = Arbitraries.of("1", "v1.2.3", "2026-01-31_rc.1", "latest-2");
    return Combinators.combine(part.list().ofMinSize(1).ofMaxSize(3), tag)
        .as((parts, version) -> String.join("/", parts) + ":" + version);
  }
}
