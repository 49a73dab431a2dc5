package com.onlinestore.components.cluster.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GoogleNamesTest {

  @Test
  void aPoolsNameBeginsWithTheClustersAndIsShortenedOnlyWhereItMust() {
    assertThat(GoogleNames.pool("online-store-gke", "general"))
        .isEqualTo("online-store-gke-general");
    assertThat(GoogleNames.pool("online-store-production-europe", "general"))
        .isEqualTo("online-store-pr-9aa37dd3-general")
        .hasSize(32);
  }

  @Test
  void twoStacksInAProjectHaveAccountsOfTheirOwn() {
    assertThat(GoogleNames.account("online-store-gke-nodes", "online-store/gke"))
        .isEqualTo("online-store-gke-node-45c13cc1")
        .hasSize(30)
        .isNotEqualTo(GoogleNames.account("online-store-gke-nodes", "online-store/prod"));
  }

  @Property
  void namesAlwaysFitGooglesLimits(
      @ForAll @IntRange(min = 1, max = 39) int cluster,
      @ForAll @IntRange(min = 1, max = 15) int pool) {
    String name = "ab-".repeat(13).substring(0, cluster).replaceAll("-$", "c");

    assertThat(GoogleNames.account(name, "owner")).matches("[a-z]([-a-z0-9]{4,28}[a-z0-9])");
    assertThat(GoogleNames.pool(name, "p".repeat(pool)) + "-1234567")
        .matches("[a-z][-a-z0-9]{0,38}[a-z0-9]");
  }
}
