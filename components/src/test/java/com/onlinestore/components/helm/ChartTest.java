package com.onlinestore.components.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChartTest {

  @ParameterizedTest
  @EnumSource
  void isPinnedToOneReleaseOfAnEncryptedRepository(Chart chart) {
    assertThat(chart.version()).matches("\\d+\\.\\d+\\.\\d+");
    assertThat(chart.repository()).startsWith("https://").doesNotEndWith("/");
  }

  @Test
  void allPartsOfIstioAreOfOneRelease() {
    assertThat(
            Arrays.stream(Chart.values())
                .filter(each -> each.repository().equals(Chart.ISTIOD.repository())))
        .hasSize(5)
        .extracting(Chart::version)
        .containsOnly(Chart.ISTIOD.version());
  }

  @Test
  void haveTheNamesOfTheirRepositories() {
    assertThat(Chart.values())
        .extracting(Chart::chartName)
        .containsExactly(
            "base",
            "istiod",
            "cni",
            "ztunnel",
            "gateway",
            "kube-prometheus-stack",
            "jaeger",
            "opentelemetry-collector",
            "loki",
            "alloy",
            "metrics-server",
            "argo-rollouts",
            "cluster-autoscaler",
            "aws-load-balancer-controller");
  }
}
