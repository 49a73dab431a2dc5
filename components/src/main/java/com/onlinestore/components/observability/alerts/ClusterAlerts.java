package com.onlinestore.components.observability.alerts;

import java.util.List;
import java.util.Map;

/** What breaks every store of a cluster and is not among the rules of the chart: its mesh. */
public final class ClusterAlerts {

  private static final Alert CONTROL_PLANE_DOWN =
      new Alert(
          "ControlPlaneDown",
          Severity.CRITICAL,
          "absent(pilot_info)",
          "5m",
          "No istiod is seen.",
          "New pods get no sidecar, proxies no configuration and, within a day, no certificates.");

  private static final String REJECTIONS =
      "sum by (type) ({__name__=~\"pilot_total_xds_rejects|pilot_total_rejected_configs\"}%s)";

  /**
   * Counted once for each push and not while it stays rejected, so it is told for a quarter of an
   * hour; a counter that appears with its first rejection never increased.
   */
  private static final Alert CONFIGURATION_REJECTED =
      new Alert(
          "MeshConfigurationRejected",
          Severity.WARNING,
          "%1$s - (%2$s or %1$s * 0) > 0"
              .formatted(REJECTIONS.formatted(""), REJECTIONS.formatted(" offset 15m")),
          "1m",
          "Proxies rejected configuration of the mesh.",
          "{{ $value }} rejections of type {{ $labels.type }} in a quarter of an hour: some proxies"
              + " go on with what they had before.");

  private static final Alert CERTIFICATE_ENDING =
      new Alert(
          "MeshCertificateEnding",
          Severity.WARNING,
          "min(citadel_server_root_cert_expiry_timestamp) - time() < 30 * 86400",
          "1h",
          "The root certificate of the mesh ends soon.",
          "It ends in {{ $value | humanizeDuration }}; then no service reaches another.");

  private ClusterAlerts() {}

  /** Of a Prometheus that scrapes istiod. */
  public static RuleGroup group(Alerting alerting) {
    return new RuleGroup(
        "mesh",
        null,
        List.of(CONTROL_PLANE_DOWN, CONFIGURATION_REJECTED, CERTIFICATE_ENDING).stream()
            .map(alert -> alert.rule(alerting, Map.of()))
            .toList());
  }
}
