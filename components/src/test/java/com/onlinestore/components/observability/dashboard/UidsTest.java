package com.onlinestore.components.observability.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UidsTest {

  @Test
  void sayWhatTheyAreOf() {
    assertThat(Uids.ofStore("shop")).isEqualTo("store-shop");
    assertThat(Uids.ofService("shop", "orders")).isEqualTo("service-shop_orders");
  }

  @Test
  void longOnesAreCutAndStillDiffer() {
    String one = Uids.ofService("shop", "a-service-with-a-very-long-name-of-the-first");
    String other = Uids.ofService("shop", "a-service-with-a-very-long-name-of-the-second");

    assertThat(one).hasSize(40).startsWith("service-shop_a-service-with-a-v").isNotEqualTo(other);
    assertThat(other).hasSize(40);
  }

  @Test
  void dashesInNamesMakeNoTwoTheSame() {
    assertThat(Uids.ofService("shop-a", "b")).isNotEqualTo(Uids.ofService("shop", "a-b"));
  }
}
