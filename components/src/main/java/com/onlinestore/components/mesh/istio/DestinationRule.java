package com.onlinestore.components.mesh.istio;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;

/** How callers' proxies treat a host: connections, failing pods, versions, TLS. */
public record DestinationRule(
    String host, List<String> exportTo, TrafficPolicy trafficPolicy, List<Subset> subsets)
    implements IstioSpec {

  /** What holds for the whole host. */
  @RecordBuilder
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record TrafficPolicy(
      ConnectionPool connectionPool,
      LoadBalancer loadBalancer,
      OutlierDetection outlierDetection,
      RetryBudget retryBudget,
      List<PortPolicy> portLevelSettings) {}

  /** Limits per calling proxy; what is over them fails at once instead of queueing. */
  public record ConnectionPool(Tcp tcp, Http http) {}

  /** Connections, and how long opening one may take. */
  public record Tcp(int maxConnections, String connectTimeout) {}

  /** Requests that wait, and requests under way. */
  public record Http(int http1MaxPendingRequests, int http2MaxRequests) {}

  /** Which pods are preferred. */
  public record LoadBalancer(LocalityLb localityLbSetting) {}

  /**
   * By place.
   *
   * @param failoverPriority labels of a node; pods that share the first ones come first
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record LocalityLb(boolean enabled, List<String> failoverPriority) {}

  /** When a pod that keeps failing is left alone, and for how long. */
  public record OutlierDetection(
      int consecutive5xxErrors, String interval, String baseEjectionTime, int maxEjectionPercent) {}

  /** The most retries under way, in percent of the requests under way, and at least so many. */
  public record RetryBudget(int percent, int minRetryConcurrency) {}

  /** What holds for one port. */
  public record PortPolicy(Port port, Tls tls) {}

  /** A port by number. */
  public record Port(int number) {}

  /** TLS that the caller's proxy begins. */
  public record Tls(String mode, String sni, String caCertificates) {

    /** Without a certificate of its own; the host's is checked against the public authorities. */
    public static Tls simple(String host) {
      return new Tls("SIMPLE", host, "system");
    }
  }

  /** The pods of one version of the service. */
  public record Subset(String name, Map<String, String> labels) {}

  @Override
  public String apiVersion() {
    return ApiVersions.NETWORKING;
  }
}
