package com.onlinestore.plan.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PodsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{service.istio.io/canonical-name: a, app.kubernetes.io/name: b, app: c}|a",
        "{app.kubernetes.io/name: b, app: c}|b",
        "{app: c}|c",
        "{other: d}|orders-v1"
      })
  void areCalledAsIstioCallsTheirService(String labels, String name) {
    assertThat(pods("{template: {metadata: {labels: %s}, spec: {containers: []}}}", labels).name())
        .isEqualTo(name);
  }

  @Test
  void runAsTheDefaultAccountUnlessOneIsNamed() {
    assertThat(pods("{template: {spec: {containers: []}}}").account()).isEqualTo("default");
    assertThat(pods("{template: {spec: {serviceAccountName: cart, containers: []}}}").account())
        .isEqualTo("cart");
  }

  @Test
  void comeFromJobsOnASchedule() {
    assertThat(pods("{jobTemplate: {spec: {template: {spec: {containers: []}}}}}").name())
        .isEqualTo("orders-v1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"gateway", "oci://mirror.example/charts/gateway", "charts/gateway-1.30.3.tgz"})
  void ofAGatewaysChartCarryItsNames(String chart) {
    MeshRelease release =
        new MeshRelease(
            "release", "edge", chart, Inventories.json("{name: istio-edge, labels: {tier: out}}"));
    assertThat(release.isGateway()).isTrue();
    assertThat(Pods.of(release))
        .isEqualTo(
            new Pods(
                "edge",
                "istio-edge",
                "istio-edge",
                true,
                Map.of("app", "istio-edge", "istio", "edge", "tier", "out")));
  }

  @Test
  void ofAnotherChartAreNotKnown() {
    assertThat(new MeshRelease("r", "edge", "envoy-gateway", Inventories.json("{}")).isGateway())
        .isFalse();
  }

  private static Pods pods(String spec, Object... values) {
    return Pods.of(
            new MeshObject(
                "apps",
                "Deployment",
                "store",
                "orders-v1",
                Inventories.json(spec.formatted(values))))
        .orElseThrow();
  }
}
