package com.onlinestore.components.cluster;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class BucketRequestTest {

  @Test
  void refusesObjectsThatAreGoneAtOnceAndNamesThatAreNone() {
    assertThatThrownBy(() -> new BucketRequest("logs", 0, "monitoring", "loki"))
        .hasMessage("days (0) must be from 1 to 2147483647.");
    assertThatThrownBy(() -> new BucketRequest("Logs", 1, "monitoring", "loki"))
        .hasMessage("purpose (\"Logs\") must match ^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$.");
    assertThatThrownBy(() -> new BucketRequest("logs", 1, "monitoring", null))
        .hasMessage(
            "serviceAccount is required and must match ^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$.");
  }
}
