package com.onlinestore.components.mesh.envoy;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/**
 * Answers 429 to requests over a limit that each proxy keeps for itself.
 *
 * @param statPrefix before the names of its counters
 * @param tokenBucket of all requests; null where only those of {@code descriptors} are limited
 * @param rateLimits the requests counted
 * @param descriptors their buckets
 * @param maxDynamicDescriptors how many clients are remembered, the latest first; null where it
 *     tells no clients apart
 * @param rateLimitedAsResourceExhausted whether gRPC is told just that; {@code UNAVAILABLE},
 *     Envoy's default, makes its clients try again at once
 * @param filterEnabled share of the requests that are counted; Envoy's default is none
 * @param filterEnforced share of those over the limit that are refused; Envoy's default is none
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record LocalRateLimit(
    String statPrefix,
    TokenBucket tokenBucket,
    List<RequestsCounted> rateLimits,
    List<Descriptor> descriptors,
    Integer maxDynamicDescriptors,
    boolean rateLimitedAsResourceExhausted,
    Share filterEnabled,
    Share filterEnforced,
    List<ResponseHeader> responseHeadersToAdd)
    implements HttpFilter.Config {

  private static final Share ALL = new Share(new Share.Percent(100, "HUNDRED"));

  /** Enough for the clients of a busy minute at a few hundred bytes each; Envoy's default is 20. */
  private static final int CLIENTS = 10_000;

  /** A bucket of the requests with this descriptor; one for each value that is left open. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record Descriptor(List<Entry> entries, TokenBucket tokenBucket) {}

  /** A key and its value; null for each value that there is. */
  public record Entry(String key, String value) {}

  /** A share of the requests. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  public record Share(Percent defaultValue) {

    /** So many of a hundred. */
    public record Percent(int numerator, String denominator) {}
  }

  /** Limits all requests together. */
  public static LocalRateLimit ofAll(String name, TokenBucket bucket, long retryAfter) {
    return new LocalRateLimit(
        name,
        bucket,
        null,
        null,
        null,
        true,
        ALL,
        ALL,
        List.of(ResponseHeader.retryAfter(retryAfter)));
  }

  /**
   * Limits some requests.
   *
   * @param byClient whether each client has a bucket of its own
   */
  public static LocalRateLimit of(
      String name,
      List<RequestsCounted> requests,
      Descriptor descriptor,
      boolean byClient,
      long retryAfter) {
    return new LocalRateLimit(
        name,
        null,
        requests,
        List.of(descriptor),
        byClient ? CLIENTS : null,
        true,
        ALL,
        ALL,
        List.of(ResponseHeader.retryAfter(retryAfter)));
  }

  @Override
  public String type() {
    return "type.googleapis.com/envoy.extensions.filters.http.local_ratelimit.v3.LocalRateLimit";
  }
}
