package com.onlinestore.engine;

import com.onlinestore.PlannedStack;
import com.onlinestore.plan.Plan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Prometheus makes of the alerts of a store and its mesh. */
class AlertsIT {

  private static final Plan PLAN =
      PlannedStack.of("objectives", Path.of("../examples/objectives.yaml"));

  private static final String PLATFORM = ",team=\"platform\"";

  @TempDir private Path folder;

  @BeforeEach
  void needsPromtool() {
    Tools.require("promtool");
  }

  @Test
  void nothingScrapedAtAllIsToldOf() throws IOException {
    new RuleScenario(PLAN, folder)
        .series("up{namespace=\"store\",job=\"store/orders\",pod=\"a\"}", "1x20 0x40")
        .series("up{namespace=\"store\",job=\"store/orders\",pod=\"b\"}", "1x30 _x40")
        .series("up{namespace=\"monitoring\",job=\"kps\"}", "1x70")
        .series("pilot_info{version=\"1.30.3\"}", "1x70")
        .silent("39m")
        .fires("50m", "alertname=\"StoreNotScraped\",namespace=\"store\",severity=\"critical\"", 1)
        .holds();
  }

  @Test
  void aMissingControlPlaneIsToldOf() throws IOException {
    scraped()
        .series("pilot_info{version=\"1.29.1\",pod=\"b\"}", "1x30 _x30")
        .silent("30m")
        .fires("45m", "alertname=\"ControlPlaneDown\",severity=\"critical\"" + PLATFORM, 1)
        .holds();
  }

  /** Only where pods are wanted, and only where none is left. */
  @ParameterizedTest
  @CsvSource({
    "store, orders-v1, 2, 0, 1",
    "store-gateway, store-gateway, 1, 0, 1",
    "store, orders-v1, 2, 1, 0",
    "store, orders-v1, 0, 0, 0",
    "elsewhere, orders-v1, 2, 0, 0"
  })
  void aWorkloadWithoutPodsIsToldOf(
      String namespace, String name, int wanted, int available, int alerts) throws IOException {
    String labels = "{namespace=\"%s\",deployment=\"%s\"}".formatted(namespace, name);
    mesh()
        .series("kube_deployment_spec_replicas" + labels, wanted + "x30")
        .series("kube_deployment_status_replicas_available" + labels, available + "x30")
        .silent("4m")
        .fires("10m", "alertname=\"WorkloadUnavailable\",severity=\"critical\"", alerts)
        .fires("10m", "alertname!=\"WorkloadUnavailable\"", 0)
        .holds();
  }

  /** A canary's pods belong to a Rollout: the old version's and the new one's together. */
  @ParameterizedTest
  @CsvSource({"0, 0, 1", "0, 1, 0", "2, 0, 0"})
  void aCanaryWithoutPodsIsToldOf(int stable, int canary, int alerts) throws IOException {
    RuleScenario scenario = mesh();
    Map.of("stable", stable, "canary", canary)
        .forEach(
            (version, ready) -> {
              String labels = "{namespace=\"store\",replicaset=\"orders-v1-%s\"%s}";
              scenario
                  .series(
                      "kube_replicaset_owner"
                          + labels.formatted(
                              version, ",owner_kind=\"Rollout\",owner_name=\"orders-v1\""),
                      "1x30")
                  .series("kube_replicaset_spec_replicas" + labels.formatted(version, ""), "2x30")
                  .series(
                      "kube_replicaset_status_ready_replicas" + labels.formatted(version, ""),
                      ready + "x30");
            });
    scenario
        .silent("4m")
        .fires("10m", "alertname=\"WorkloadUnavailable\",deployment=\"orders-v1\"", alerts)
        .holds();
  }

  @ParameterizedTest
  @CsvSource({
    "kube_pod_container_info, istio-proxy, Running, 0",
    "kube_pod_init_container_info, istio-proxy, Running, 0",
    "kube_pod_container_info, orders, Running, 1",
    "kube_pod_container_info, orders, Pending, 0"
  })
  void aPodWithoutASidecarIsToldOf(String info, String container, String phase, int alerts)
      throws IOException {
    mesh()
        .series(
            "kube_pod_status_phase{namespace=\"store\",pod=\"a\",phase=\"" + phase + "\"}", "1x30")
        .series(info + "{namespace=\"store\",pod=\"a\",container=\"" + container + "\"}", "1x30")
        .silent("9m")
        .fires("20m", "alertname=\"SidecarMissing\",pod=\"a\",severity=\"warning\"", alerts)
        .fires("20m", "alertname!=\"SidecarMissing\"", 0)
        .holds();
  }

  @ParameterizedTest
  @CsvSource({"503, 6, 1", "503, 4, 0", "404, 50, 0", "429, 50, 0"})
  void aGatewayThatFailsIsToldOf(String code, int bad, int alerts) throws IOException {
    mesh()
        .series(atGateway("200"), "0+" + (100 - bad) + "x60")
        .series(atGateway(code), "0+" + bad + "x60")
        .fires(
            "30m",
            "alertname=\"GatewayFailing\",namespace=\"store-gateway\",severity=\"critical\"",
            alerts)
        .fires("30m", "alertname!=\"GatewayFailing\"", 0)
        .holds();
  }

  @Test
  void aGatewayWithoutRequestsDoesNotFail() throws IOException {
    mesh().series(atGateway("503"), "5x60").silent("30m").holds();
  }

  /** Time begins at 0, so a moment is as far away as its number of seconds. */
  @ParameterizedTest
  @CsvSource({
    "GatewayCertificateEnding, 13, 1",
    "GatewayCertificateEnding, 15, 0",
    "MeshCertificateEnding, 29, 1",
    "MeshCertificateEnding, 31, 0"
  })
  void aCertificateThatEndsIsToldOf(String alert, int days, int alerts) throws IOException {
    String metric =
        alert.startsWith("Mesh")
            ? "citadel_server_root_cert_expiry_timestamp{namespace=\"istio-system\"}"
            : "envoy_listener_ssl_certificate_kubernetes___store_tls_expiration_unix_time_seconds"
                + "{namespace=\"store-gateway\",listener_address=\"0.0.0.0_443\"}";
    mesh()
        .series(metric, days * 86400 + "x90")
        .silent("59m")
        .fires("80m", "alertname=\"" + alert + "\",severity=\"warning\"", alerts)
        .fires("80m", "alertname!=\"" + alert + "\"", 0)
        .holds();
  }

  @ParameterizedTest
  @CsvSource({"86400-60x60, 0", "7000-60x60, 1"})
  void aProxyThatGetsNoNewCertificateIsToldOf(String secondsLeft, int alerts) throws IOException {
    mesh()
        .series(
            "istio_agent_cert_expiry_seconds{namespace=\"store\",pod=\"a\",resource_name=\"default\"}",
            secondsLeft)
        .series(
            "istio_agent_cert_expiry_seconds{namespace=\"store\",pod=\"a\",resource_name=\"ROOTCA\"}",
            "60x60")
        .fires("30m", "alertname=\"ProxyCertificateEnding\",pod=\"a\"", alerts)
        .fires("30m", "alertname!=\"ProxyCertificateEnding\"", 0)
        .holds();
  }

  /** A counter that appears with its first rejection, one that goes on, and one that rests. */
  @ParameterizedTest
  @CsvSource({"_x30 3x60, 1", "2x30 5x60, 1", "5x90, 0", "8x30 0x60, 0"})
  void aRejectedConfigurationIsToldOfForAQuarterOfAnHour(String rejections, int alerts)
      throws IOException {
    mesh()
        .series("pilot_total_xds_rejects{type=\"rds\",pod=\"istiod-a\"}", rejections)
        .silent("29m")
        .fires("35m", "alertname=\"MeshConfigurationRejected\",type=\"rds\"", alerts)
        .silent("55m")
        .holds();
  }

  /** Without what other alerts are about. */
  private RuleScenario mesh() throws IOException {
    return scraped().series("pilot_info{version=\"1.30.3\",pod=\"a\"}", "1x120");
  }

  private RuleScenario scraped() throws IOException {
    return new RuleScenario(PLAN, folder)
        .series("up{namespace=\"store\",job=\"store/orders\"}", "1x120");
  }

  private static String atGateway(String code) {
    return "istio_requests_total{reporter=\"source\",source_workload_namespace=\"store-gateway\","
        + "response_code=\"%s\"}".formatted(code);
  }
}
