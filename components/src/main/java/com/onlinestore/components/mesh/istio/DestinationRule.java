package com.onlinestore.components.mesh.istio;

import java.util.List;
import java.util.Map;

/** How callers' proxies treat a service: connections, failing pods, versions. */
public record DestinationRule(
    String host, List<String> exportTo, TrafficPolicy trafficPolicy, List<Subset> subsets)
    implements IstioSpec {

  /** Connections and ejection. */
  public record TrafficPolicy(ConnectionPool connectionPool, OutlierDetection outlierDetection) {}

  /** Limits per calling proxy; what is over them fails at once instead of queueing. */
  public record ConnectionPool(Tcp tcp, Http http) {}

  /** Connections, and how long opening one may take. */
  public record Tcp(int maxConnections, String connectTimeout) {}

  /** Requests that wait, and requests under way. */
  public record Http(int http1MaxPendingRequests, int http2MaxRequests) {}

  /** When a pod that keeps failing is left alone, and for how long. */
  public record OutlierDetection(
      int consecutive5xxErrors, String interval, String baseEjectionTime, int maxEjectionPercent) {}

  /** The pods of one release of the service. */
  public record Subset(String name, Map<String, String> labels) {}

  @Override
  public String apiVersion() {
    return ApiVersions.NETWORKING;
  }
}
