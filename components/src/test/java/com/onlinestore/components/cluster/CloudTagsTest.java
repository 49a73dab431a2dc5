package com.onlinestore.components.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CloudTagsTest {

  private static final CloudTags TAGS =
      new CloudTags("online-store", "eu/prod", "Prod", "Team Ünïted", "CC 4711");

  @Test
  void sayWhoseItIsWhichStackMadeItAndWhoPays() {
    assertThat(TAGS.tags())
        .containsExactly(
            entry("cost-centre", "CC 4711"),
            entry("environment", "Prod"),
            entry("owner", "Team Ünïted"),
            entry("project", "online-store"),
            entry("stack", "eu/prod"));
  }

  @Test
  void aNameAndOthersStandBesideThem() {
    assertThat(TAGS.named("shop-vpc"))
        .hasSize(6)
        .containsAllEntriesOf(TAGS.tags())
        .containsEntry("Name", "shop-vpc");
    assertThat(TAGS.with(Map.of("Name", "shop", "a", "b")))
        .hasSize(7)
        .containsAllEntriesOf(TAGS.tags())
        .containsEntry("Name", "shop")
        .containsEntry("a", "b");
  }

  @Test
  void labelsAreTheSameInTheLettersThatLabelsTake() {
    assertThat(TAGS.labels())
        .containsExactly(
            entry("cost-centre", "cc-4711"),
            entry("environment", "prod"),
            entry("owner", "team--n-ted"),
            entry("project", "online-store"),
            entry("stack", "eu-prod"));
  }

  @Property
  void anyTextBecomesALabel(@ForAll String text) {
    CloudTags tags = new CloudTags(text, text, text, text, text);

    assertThat(tags.labels()).hasSize(5);
    assertThat(tags.labels().values()).allMatch(label -> label.matches("[a-z0-9_-]{0,63}"));
    assertThat(tags.tags().values()).allMatch(text::equals);
  }

  @Test
  void aLongTextIsCutForALabelOnly() {
    CloudTags tags = new CloudTags("p", "s", "e", "o".repeat(70), "c");

    assertThat(tags.labels()).containsEntry("owner", "o".repeat(63));
    assertThat(tags.tags()).containsEntry("owner", "o".repeat(70));
  }
}
