package com.onlinestore.components.observability;

/**
 * The requests to a store's services as Istio counts them, for questions in PromQL. The labels are
 * those of Istio's standard metrics; what a service is called there is the {@code
 * app.kubernetes.io/name} of its pods, and its version their {@code app.kubernetes.io/version}.
 *
 * <p>Trap: source and destination of a call both count it. Adding up without a reporter doubles.
 *
 * @param namespace of the services
 * @param reporter who counts: {@link #SIDECAR}, or {@link #WAYPOINT} where pods have no sidecar
 * @see <a href="https://istio.io/latest/docs/reference/config/metrics/">Istio's standard
 *     metrics</a>
 */
public record RequestMetrics(String namespace, String reporter) {

  /** The sidecar of whoever answers. */
  public static final String SIDECAR = "destination";

  /** The proxy that requests pass in an ambient mesh. */
  public static final String WAYPOINT = "waypoint";

  /** Answered requests: a counter with {@code response_code}. */
  public static final String REQUESTS = "istio_requests_total";

  /** Their durations: a histogram in milliseconds. */
  public static final String DURATIONS = "istio_request_duration_milliseconds";

  /**
   * Selects requests answered with a fault of the service, or not at all: 0 is a connection that
   * was torn.
   */
  public static final String FAILED = "response_code=~\"5..|0\"";

  /**
   * Selects Unknown, DeadlineExceeded, Unimplemented, Internal, Unavailable and DataLoss of a gRPC
   * service, whose answers are all 200.
   */
  public static final String FAILED_GRPC = "grpc_response_status=~\"2|4|12|13|14|15\"";

  private static final String NOT_FAILED = FAILED.replace("=~", "!~");

  private static final String ANSWERED = NOT_FAILED + "," + FAILED_GRPC.replace("=~", "!~");

  /** What selects all requests to the store's services, without braces. */
  public String toStore() {
    return "reporter=\"%s\",destination_workload_namespace=\"%s\"".formatted(reporter, namespace);
  }

  /** What selects the requests to one service, without braces. */
  public String to(String service) {
    return "%s,destination_canonical_service=\"%s\"".formatted(toStore(), service);
  }

  /**
   * What selects the requests that one service sends, without braces. Where it has a sidecar, that
   * one reports: it also knows of requests that reached nobody or left the mesh.
   */
  public String from(String service) {
    return "reporter=\"%s\",source_workload_namespace=\"%s\",source_canonical_service=\"%s\""
        .formatted(reporter.equals(SIDECAR) ? "source" : reporter, namespace, service);
  }

  /** What selects the requests that come through the gateways of a namespace, without braces. */
  public static String throughGateway(String namespace) {
    return "reporter=\"source\",source_workload_namespace=\"%s\"".formatted(namespace);
  }

  /** Requests to a service per second; 0 where there are none, as for all rates here. */
  public String all(String service) {
    return rate(REQUESTS, to(service));
  }

  /** Those of them that ended with a fault of the service. */
  public String failed(String service) {
    String http = to(service) + "," + FAILED;
    String grpc = to(service) + "," + NOT_FAILED + "," + FAILED_GRPC;
    return "(%s) + (%s)".formatted(rate(REQUESTS, http), rate(REQUESTS, grpc));
  }

  /** Those that were answered; a fast fault is no answer. */
  public String answered(String service) {
    return rate(DURATIONS + "_count", to(service) + "," + ANSWERED);
  }

  /**
   * Those that were answered late. A pod that draws no line there, because it was started before
   * there was one, has none.
   *
   * @param inTime what selects the buckets of the others
   */
  public String late(String service, String inTime) {
    String bucket = "rate(%s_bucket{%s,%s,%s}[5m])";
    return "sum(clamp_min(%s - ignoring (le) %s, 0)) or vector(0)"
        .formatted(
            bucket.formatted(DURATIONS, to(service), ANSWERED, "le=\"+Inf\""),
            bucket.formatted(DURATIONS, to(service), ANSWERED, inTime));
  }

  private static String rate(String metric, String selector) {
    return "sum(rate(%s{%s}[5m])) or vector(0)".formatted(metric, selector);
  }
}
