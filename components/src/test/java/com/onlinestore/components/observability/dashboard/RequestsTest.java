package com.onlinestore.components.observability.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestsTest {

  private static final Requests ALL = new Requests("a=\"b\"", "5m", "");
  private static final Requests BY_CALLER = new Requests("a=\"b\"", "5m", "caller");

  @Test
  void areCountedBySecond() {
    assertThat(ALL.rate()).isEqualTo("sum(rate(istio_requests_total{a=\"b\"}[5m]))");
    assertThat(BY_CALLER.rate())
        .isEqualTo("sum by (caller) (rate(istio_requests_total{a=\"b\"}[5m]))");
  }

  @Test
  void haveFailedWhereAServerIsAtFaultInHttpOrInGrpc() {
    assertThat(ALL.failedShare())
        .isEqualTo(
            "sum(rate(istio_requests_total{a=\"b\",response_code=~\"5..|0\"}[5m])"
                + " or rate(istio_requests_total{a=\"b\",grpc_response_status=~\"2|4|12|13|14|15\"}[5m])"
                + " or 0 * rate(istio_requests_total{a=\"b\"}[5m]))"
                + " / (sum(rate(istio_requests_total{a=\"b\"}[5m])) > 0)");
  }

  @Test
  void takeAsLongAsTheirHistogramSays() {
    assertThat(BY_CALLER.duration(0.99))
        .isEqualTo(
            "histogram_quantile(0.99, sum by (le, caller)"
                + " (rate(istio_request_duration_milliseconds_bucket{a=\"b\"}[5m]))) >= 0");
  }
}
