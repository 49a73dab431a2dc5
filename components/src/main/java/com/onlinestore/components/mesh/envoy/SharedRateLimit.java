package com.onlinestore.components.mesh.envoy;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/**
 * Answers 429 to requests over a limit that a service counts for all proxies.
 *
 * @param statPrefix before the names of its counters
 * @param domain under which the service finds the limits
 * @param rateLimits the requests that it is asked about
 * @param timeout how long its answer is waited for
 * @param rateLimitedAsResourceExhausted whether gRPC is told just that
 * @param failureModeDeny whether requests are refused while it does not answer
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record SharedRateLimit(
    String statPrefix,
    String domain,
    List<RequestsCounted> rateLimits,
    Server rateLimitService,
    String timeout,
    boolean rateLimitedAsResourceExhausted,
    boolean failureModeDeny,
    List<ResponseHeader> responseHeadersToAdd)
    implements HttpFilter.Config {

  private static final String TIMEOUT = "0.05s";

  /** The service that counts. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record Server(GrpcService grpcService, String transportApiVersion) {}

  /** How it is called. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record GrpcService(EnvoyGrpc envoyGrpc) {}

  /** As a cluster that Istio makes, and with a host that is one. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record EnvoyGrpc(String clusterName, String authority) {}

  /**
   * Lets requests through while the service does not answer: it guards the store, and a guard that
   * is away must not close it.
   */
  public static SharedRateLimit of(
      String name,
      String domain,
      List<RequestsCounted> requests,
      String host,
      int port,
      long retryAfter) {
    String cluster = "outbound|" + port + "||" + host;
    return new SharedRateLimit(
        name,
        domain,
        requests,
        new Server(new GrpcService(new EnvoyGrpc(cluster, host)), "V3"),
        TIMEOUT,
        true,
        false,
        List.of(ResponseHeader.retryAfter(retryAfter)));
  }

  @Override
  public String type() {
    return "type.googleapis.com/envoy.extensions.filters.http.ratelimit.v3.RateLimit";
  }
}
