package com.onlinestore.components.observability;

import com.onlinestore.components.observability.alerts.Alerting;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.Map;

/**
 * What services need to know to be watched, whoever installed Prometheus.
 *
 * @param namespace where Prometheus runs, which may read metrics ports
 * @param monitorLabels labels every PodMonitor and every rule carries so that Prometheus selects it
 * @param ready what must be up before a PodMonitor can be created
 * @param alerting what the alerts of services have in common
 */
public record Monitoring(
    String namespace, Map<String, String> monitorLabels, List<Resource> ready, Alerting alerting) {

  /** Alerts of no team in particular. */
  public Monitoring(String namespace, Map<String, String> monitorLabels, List<Resource> ready) {
    this(namespace, monitorLabels, ready, Alerting.DEFAULTS);
  }

  /** A Prometheus that is somebody else's. */
  public static Monitoring existing(ObservabilitySettings settings) {
    return new Monitoring(
        settings.namespace(), settings.monitorLabels(), List.of(), settings.alerts().alerting());
  }
}
