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

  @Test
  void aCallerWithASidecarCountsWhatItSendsItself() {
    assertThat(new RequestMetrics("store", RequestMetrics.SIDECAR).from("orders"))
        .isEqualTo(
            "reporter=\"source\",source_workload_namespace=\"store\","
                + "source_canonical_service=\"orders\"");
    assertThat(new RequestMetrics("store", RequestMetrics.WAYPOINT).from("orders"))
        .startsWith("reporter=\"waypoint\",");
  }

  @Test
  void aGatewayCountsWhatItSends() {
    assertThat(RequestMetrics.throughGateway("store-gateway"))
        .isEqualTo("reporter=\"source\",source_workload_namespace=\"store-gateway\"");
  }
}
