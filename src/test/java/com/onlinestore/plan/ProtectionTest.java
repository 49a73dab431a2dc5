package com.onlinestore.plan;

import static com.onlinestore.plan.Plans.protectedFromDeletion;
import static com.onlinestore.plan.Plans.resource;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProtectionTest {

  @Test
  void saysThatTheStackDoesNotGoAway() {
    assertThat(
            Protection.lines(
                Plans.of(
                    protectedFromDeletion(resource("aws:eks/cluster:Cluster", "shop", "{}")),
                    protectedFromDeletion(resource("aws:kms/key:Key", "shop", "{}")),
                    protectedFromDeletion(resource("aws:kms/key:Key", "logs", "{}")),
                    resource("aws:iam/role:Role", "nodes", "{}"))))
        .containsExactly(
            "  3 protected: pulumi destroy is refused until the stack file lifts it",
            "  2 Key, 1 Cluster");
  }

  @Test
  void saysNothingWhereEverythingMayGo() {
    assertThat(Protection.lines(Plans.of(resource("aws:kms/key:Key", "shop", "{}")))).isEmpty();
  }
}
