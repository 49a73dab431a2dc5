package com.onlinestore.components.observability;

import com.onlinestore.components.observability.alerts.Alerting;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What services need to know to be watched, whoever installed Prometheus.
 *
 * <pre>{@code
 * Monitoring monitoring =
 *     Monitoring.existing(
 *         ObservabilitySettingsBuilder.builder()
 *             .use(Use.EXISTING)
 *             .monitorLabels(Map.of("release", "kps"))
 *             .build());
 * }</pre>
 *
 * @param namespace where Prometheus runs, which may read metrics ports
 * @param monitorLabels labels every PodMonitor and every rule carries so that Prometheus selects it
 * @param ready what must be up before a PodMonitor can be created
 * @param prometheus the address that answers queries; empty where nobody told
 * @param alerting what the alerts of services have in common
 * @param access what people reach through a store's gateway
 * @param dataSources where its pages can lead to
 */
public record Monitoring(
    String namespace,
    Map<String, String> monitorLabels,
    List<Resource> ready,
    Optional<String> prometheus,
    Alerting alerting,
    ToolAccess access,
    DataSources dataSources) {

  /** One whose pages are not reachable from outside, and lead nowhere else. */
  public Monitoring(
      String namespace,
      Map<String, String> monitorLabels,
      List<Resource> ready,
      Optional<String> prometheus,
      Alerting alerting) {
    this(
        namespace, monitorLabels, ready, prometheus, alerting, ToolAccess.none(), DataSources.NONE);
  }

  /** The annotation by which Grafana's sidecar puts a dashboard into a folder. */
  public static final String DASHBOARD_FOLDER = "grafana_folder";

  /** A Prometheus that is somebody else's. */
  public static Monitoring existing(ObservabilitySettings settings) {
    return new Monitoring(
        settings.namespace(),
        settings.monitorLabels(),
        List.of(),
        Optional.ofNullable(settings.prometheusUrl()),
        settings.alerts().alerting());
  }
}
