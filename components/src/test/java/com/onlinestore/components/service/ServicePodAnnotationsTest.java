package com.onlinestore.components.service;

import static com.onlinestore.components.Yaml.assertYaml;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import com.onlinestore.components.kubernetes.ContainerResources;
import com.onlinestore.components.settings.TimeSpan;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a pod tells its sidecar. */
class ServicePodAnnotationsTest {

  private static final String PROXY = "proxy.istio.io/config";

  @Test
  void theSidecarMergesTheApplicationsMetricsAndIsSizedOnThePod() {
    assertYaml(
        Map.of("annotations", annotations(Stores.service().port(9898).build())),
        "/annotations",
        """
        prometheus.io/scrape: "true"
        prometheus.io/port: "9898"
        prometheus.io/path: /metrics
        sidecar.istio.io/proxyCPU: 50m
        sidecar.istio.io/proxyMemory: 128Mi
        sidecar.istio.io/proxyCPULimit: "1"
        sidecar.istio.io/proxyMemoryLimit: 512Mi
        proxy.istio.io/config: >-
          {"holdApplicationUntilProxyStarts":true,"terminationDrainDuration":"25s"}
        """);
  }

  @Test
  void metricsMayBeElsewhere() {
    assertThat(annotations(Stores.service().metricsPath("/actuator/prometheus").build()))
        .containsEntry("prometheus.io/path", "/actuator/prometheus");
  }

  @Test
  void theProxyDrainsAsLongAsThePodServes() {
    TrafficSettings slow = TrafficSettingsBuilder.builder().timeout(TimeSpan.of("1m")).build();

    assertThat(
            annotations(Stores.service().traffic(slow).drainDelay(TimeSpan.of("1500ms")).build()))
        .extractingByKey(PROXY)
        .asString()
        .contains("\"terminationDrainDuration\":\"62s\"");
  }

  /** Without an address of its own, each TCP host would claim its port for all destinations. */
  @Test
  void namesAreCapturedWhereATcpHostIsCalled() {
    ExternalHost database = new ExternalHost("db.example.com", 5432, null, List.of());
    ExternalHost api = new ExternalHost("api.example.com", null, null, List.of());

    assertThat(annotations(Stores.service().externalHosts(List.of(api, database)).build()))
        .extractingByKey(PROXY)
        .asString()
        .contains("\"proxyMetadata\":{\"ISTIO_META_DNS_CAPTURE\":\"true\"}");
    assertThat(annotations(Stores.service().externalHosts(List.of(api)).build()))
        .extractingByKey(PROXY)
        .asString()
        .doesNotContain("ISTIO_META_DNS_CAPTURE");
  }

  @Test
  void metricsAreReadWhereAPortSpeaksHttp() {
    ServiceSettingsBuilder queue = Stores.service().protocol(PortProtocol.TCP).port(5672);
    Map<String, PortSettings> admin = Map.of("admin", new PortSettings(9090, null));

    assertThat(annotations(queue.build())).doesNotContainKey("prometheus.io/scrape");
    assertThat(annotations(queue.ports(admin).metricsPort("admin").build()))
        .containsEntry("prometheus.io/scrape", "true")
        .containsEntry("prometheus.io/port", "9090");
  }

  @Test
  void configFilesLeaveTheirChecksum() {
    assertThat(annotations(Stores.service().configFiles(Map.of("/etc/a", "1")).build()))
        .extractingByKey("online-store/config-checksum")
        .asString()
        .matches("[0-9a-f]{16}");
    assertThat(annotations(Stores.service().build()))
        .doesNotContainKey("online-store/config-checksum");
  }

  @Test
  void aSidecarWithoutALimitIsGivenNone() {
    ContainerResources proxy =
        Yaml.read(
            ContainerResources.class,
            "{requests: {cpu: 10m, memory: 64Mi}, limits: {memory: 64Mi}}");

    assertThat(SidecarResources.annotations(proxy))
        .containsExactly(
            Map.entry("sidecar.istio.io/proxyCPU", "10m"),
            Map.entry("sidecar.istio.io/proxyMemory", "64Mi"),
            Map.entry("sidecar.istio.io/proxyMemoryLimit", "64Mi"));
  }

  private static Map<String, String> annotations(ServiceSettings settings) {
    return new ServiceWorkload("orders", settings, Stores.of("orders", settings))
        .deployment()
        .getSpec()
        .getTemplate()
        .getMetadata()
        .getAnnotations();
  }
}
