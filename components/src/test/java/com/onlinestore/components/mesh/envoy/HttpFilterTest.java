package com.onlinestore.components.mesh.envoy;

import static com.onlinestore.components.Yaml.assertYaml;

import com.onlinestore.components.kubernetes.Manifests;
import com.onlinestore.components.settings.TimeSpan;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The very names of Envoy's API: a proxy that finds one it does not know keeps what it had, and
 * nobody else looks. All of these were read by Envoy 1.38.
 */
class HttpFilterTest {

  private static final TokenBucket BUCKET = TokenBucket.of(200, 100, TimeSpan.seconds(1));

  @Test
  void limitsAllRequestsByOneBucket() {
    assertYaml(
        new HttpFilter("limit.rate", LocalRateLimit.ofAll("rate", BUCKET, 3)),
        "",
        """
        name: limit.rate
        typed_config:
          "@type": type.googleapis.com/envoy.extensions.filters.http.local_ratelimit.v3.LocalRateLimit
          stat_prefix: rate
          token_bucket: {max_tokens: 200, tokens_per_fill: 100, fill_interval: 1s}
          rate_limited_as_resource_exhausted: true
          filter_enabled: {default_value: {numerator: 100, denominator: HUNDRED}}
          filter_enforced: {default_value: {numerator: 100, denominator: HUNDRED}}
          response_headers_to_add:
            - append_action: OVERWRITE_IF_EXISTS_OR_ADD
              header: {key: retry-after, value: "3"}
        """);
  }

  @Test
  void limitsSomeRequestsByABucketForEachClient() {
    RequestsCounted orders =
        RequestsCounted.where(
                "route",
                "/orders",
                List.of(
                    HeaderMatch.fits(":path", "/orders.*"), HeaderMatch.fitsNot("a", "/orders/x")))
            .byClient();

    LocalRateLimit limit =
        LocalRateLimit.of(
            "orders",
            List.of(orders),
            new LocalRateLimit.Descriptor(
                List.of(
                    new LocalRateLimit.Entry("route", "/orders"),
                    new LocalRateLimit.Entry(RequestsCounted.CLIENT, null)),
                BUCKET),
            true,
            1);

    assertYaml(limit, "/max_dynamic_descriptors", "10000");
    assertYaml(
        limit,
        "/rate_limits",
        """
        - actions:
            - header_value_match:
                descriptor_key: route
                descriptor_value: /orders
                headers:
                  - {name: ":path", string_match: {safe_regex: {regex: "/orders.*"}}}
                  - {name: a, string_match: {safe_regex: {regex: /orders/x}}, invert_match: true}
            - masked_remote_address: {v4_prefix_mask_len: 32, v6_prefix_mask_len: 64}
        """);
    assertYaml(
        limit,
        "/descriptors",
        """
        - entries: [{key: route, value: /orders}, {key: masked_remote_address}]
          token_bucket: {max_tokens: 200, tokens_per_fill: 100, fill_interval: 1s}
        """);
  }

  @Test
  void asksAServiceAndLetsRequestsThroughWhileItDoesNotAnswer() {
    assertYaml(
        SharedRateLimit.of(
            "shared.minute",
            "ratelimit",
            List.of(RequestsCounted.all("gateway", "all")),
            "ratelimit.store.svc.cluster.local",
            8081,
            60),
        "",
        """
        "@type": type.googleapis.com/envoy.extensions.filters.http.ratelimit.v3.RateLimit
        stat_prefix: shared.minute
        domain: ratelimit
        rate_limits:
          - actions:
              - generic_key: {descriptor_key: gateway, descriptor_value: all}
        rate_limit_service:
          grpc_service:
            envoy_grpc:
              cluster_name: outbound|8081||ratelimit.store.svc.cluster.local
              authority: ratelimit.store.svc.cluster.local
          transport_api_version: V3
        timeout: 0.05s
        rate_limited_as_resource_exhausted: true
        failure_mode_deny: false
        response_headers_to_add:
          - append_action: OVERWRITE_IF_EXISTS_OR_ADD
            header: {key: retry-after, value: "60"}
        """);
  }

  @Test
  void holdsARequestUntilItIsComplete() {
    assertYaml(
        new RequestBuffer(1_048_576),
        "",
        """
        "@type": type.googleapis.com/envoy.extensions.filters.http.buffer.v3.Buffer
        max_request_bytes: 1048576
        """);
  }

  /** Envoy reads no milliseconds, and refuses the filter. */
  @ParameterizedTest
  @CsvSource({"50ms, 0.05s", "500ms, 0.5s", "1s, 1s", "1500ms, 1.5s", "1m, 60s", "1h, 3600s"})
  void timesAreInSeconds(String time, String written) {
    assertYaml(Manifests.toMap(TokenBucket.of(1, 1, TimeSpan.of(time))), "/fill_interval", written);
  }
}
