package com.onlinestore.components.observability;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestMetricsTest {

  @Test
  void selectsWhatTheServicesOwnSidecarsCount() {
    assertThat(new RequestMetrics("store", RequestMetrics.SIDECAR).to("orders"))
        .isEqualTo(
            "reporter=\"destination\",destination_workload_namespace=\"store\","
                + "destination_canonical_service=\"orders\"");
  }
}
