package com.onlinestore.components.observability;

import static com.onlinestore.components.Yaml.assertYaml;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import com.onlinestore.components.kubernetes.CustomObject;
import com.onlinestore.components.kubernetes.Labels;
import com.onlinestore.components.observability.PodMonitor.Relabeling;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PodMonitorTest {

  private static final PodMonitor MONITOR =
      PodMonitor.mergedMetrics(Map.of("app.kubernetes.io/name", "orders"));

  /** 15020 is not declared on the container: a named port would drop the target. */
  @Test
  void readsTheSidecarsMergedMetricsWithoutNamingAPort() {
    CustomObject object =
        MONITOR.named(Labels.metadata("orders", "store", Map.of("a", "b")), Map.of());

    assertYaml(object, "/apiVersion", "monitoring.coreos.com/v1");
    assertYaml(object, "/kind", "PodMonitor");
    assertYaml(object, "/spec/selector", "matchLabels: {app.kubernetes.io/name: orders}");
    assertYaml(object, "/spec/podMetricsEndpoints/0/path", "/stats/prometheus");
    assertYaml(object, "/spec/podMetricsEndpoints/0/interval", "15s");
    assertThat(object.spec()).isEqualTo(MONITOR);
    assertThat(Yaml.part(object, "/spec/podMetricsEndpoints/0/port").isMissingNode()).isTrue();
  }

  @Test
  void readsAnApplicationsOwnMetricsFromItsNamedPort() {
    assertYaml(
        PodMonitor.ownMetrics(Map.of("a", "b"), "admin", "/metrics")
            .named(Labels.metadata("orders", "store", Map.of()), Map.of()),
        "/spec",
        """
        selector: {matchLabels: {a: b}}
        podMetricsEndpoints: [{port: admin, path: /metrics, interval: 15s}]
        """);
  }

  @Test
  void carriesTheLabelsAPrometheusSelectsMonitorsBy() {
    assertYaml(
        MONITOR.named(
            Labels.metadata("orders", "store", Map.of("a", "b")), Map.of("release", "kps")),
        "/metadata",
        "{name: orders, namespace: store, labels: {a: b, release: kps}}");
  }

  @ParameterizedTest
  @CsvSource({
    "10.244.1.7,          10.244.1.7:15020",
    "fd00:10:244::1f,     [fd00:10:244::1f]:15020",
    "2001:DB8::A,         [2001:DB8::A]:15020",
    "::ffff:10.244.1.7,   [::ffff:10.244.1.7]:15020"
  })
  void rewritesTheAddressOfTheSidecarForBothFamilies(String podIp, String address) {
    assertThat(scrape("istio-proxy", podIp)).contains(address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"orders", "istio-proxy2", "my-istio-proxy", "istio-init", ""})
  void readsNoOtherContainer(String container) {
    assertThat(scrape(container, "10.244.1.7")).isEmpty();
  }

  /** As Prometheus does it: expressions match the whole joined value; empty keeps the label. */
  private static Optional<String> scrape(String container, String podIp) {
    Map<String, String> labels = new HashMap<>();
    labels.put("__address__", podIp + ":15090");
    labels.put("__meta_kubernetes_pod_container_name", container);
    labels.put("__meta_kubernetes_pod_ip", podIp);
    for (Relabeling step : MONITOR.podMetricsEndpoints().get(0).relabelings()) {
      List<String> sources = step.sourceLabels().stream().map(labels::get).toList();
      Matcher matcher = Pattern.compile(step.regex()).matcher(String.join(";", sources));
      if (step.action().equals("keep") && !matcher.matches()) {
        return Optional.empty();
      }
      if (step.action().equals("replace") && matcher.matches()) {
        labels.put(step.targetLabel(), matcher.replaceFirst(step.replacement()));
      }
    }
    return Optional.of(labels.get("__address__"));
  }
}
