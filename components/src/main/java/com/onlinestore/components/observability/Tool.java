package com.onlinestore.components.observability;

import java.util.Map;

/** A page that people look at, as its chart names what is behind it. */
public enum Tool {
  /** Dashboards. */
  GRAFANA("grafana", "kps-grafana", ObservabilitySettings.MONITORING, 80, 3000),
  /** Queries and the state of rules and targets. */
  PROMETHEUS("prometheus", "kps-prometheus", ObservabilitySettings.MONITORING, 9090, 9090),
  /** Alerts and silences. */
  ALERTMANAGER("alertmanager", "kps-alertmanager", ObservabilitySettings.MONITORING, 9093, 9093),
  /** Traces. */
  JAEGER("jaeger", "jaeger", SpanCollector.NAMESPACE, 16686, 16686);

  private final String label;
  private final String service;
  private final String namespace;
  private final int port;
  private final int podPort;

  Tool(String label, String service, String namespace, int port, int podPort) {
    this.label = label;
    this.service = service;
    this.namespace = namespace;
    this.port = port;
    this.podPort = podPort;
  }

  /** Its name in a stack file. */
  public String label() {
    return label;
  }

  /** The whole name of its Service. */
  public String address() {
    return service + "." + namespace + ".svc.cluster.local";
  }

  /** The port of its Service. */
  public int port() {
    return port;
  }

  /** Where its pods are. */
  public String namespace() {
    return namespace;
  }

  /** What tells its pods from others there. */
  public Map<String, String> podLabels() {
    return Map.of("app.kubernetes.io/name", label);
  }

  /** Where its pods listen, which is what a NetworkPolicy asks for. */
  public int podPort() {
    return podPort;
  }
}
