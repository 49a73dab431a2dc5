package com.onlinestore.components.observability;

/**
 * What a page of Grafana can lead to besides metrics. Only what this stack installs: nobody knows
 * how the data sources of another Grafana are called, and a Zipkin cannot be asked by service.
 *
 * @param jaeger whether there is one for traces
 * @param loki whether there is one for logs
 */
public record DataSources(boolean jaeger, boolean loki) {

  /** Metrics alone. */
  public static final DataSources NONE = new DataSources(false, false);

  /** Those that come with {@code settings}. */
  static DataSources of(ObservabilitySettings settings) {
    return new DataSources(settings.tracing().jaeger(), settings.installsLogs());
  }
}
