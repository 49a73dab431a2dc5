package com.onlinestore.components.observability;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestMetricsTest {

  private static final RequestMetrics METRICS = new RequestMetrics("store", RequestMetrics.SIDECAR);

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

  @Test
  void aFaultIsTheServicesOwnOrATornConnection() {
    String orders = METRICS.to("orders");
    assertThat(METRICS.failed("orders"))
        .isEqualTo(
            "(sum(rate(istio_requests_total{"
                + orders
                + ",response_code=~\"5..|0\"}[5m])) or vector(0))"
                + " + (sum(rate(istio_requests_total{"
                + orders
                + ",response_code!~\"5..|0\",grpc_response_status=~\"2|4|12|13|14|15\"}[5m]))"
                + " or vector(0))");
  }

  @Test
  void aFastFaultIsNoAnswer() {
    assertThat(METRICS.answered("orders"))
        .isEqualTo(
            "sum(rate(istio_request_duration_milliseconds_count{"
                + METRICS.to("orders")
                + ",response_code!~\"5..|0\",grpc_response_status!~\"2|4|12|13|14|15\"}[5m]))"
                + " or vector(0)");
  }
}
