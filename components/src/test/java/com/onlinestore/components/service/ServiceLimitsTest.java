package com.onlinestore.components.service;

import static com.onlinestore.components.Yaml.assertYaml;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.kubernetes.CustomObject;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServiceLimitsTest {

  private static final RateSettings RATE = new RateSettings(100, null, 200);

  @Test
  void withoutLimitsThereIsNoFilter() {
    assertThat(filter(null)).isEmpty();
  }

  @Test
  void theSidecarRefusesOnTheMainPortBeforeTheServiceIsReached() {
    CustomObject filter = filter(new LimitSettings(RATE, null)).orElseThrow();

    assertYaml(filter, "/metadata/name", "orders");
    assertYaml(filter, "/metadata/namespace", "store");
    assertYaml(filter, "/spec/workloadSelector", "labels: {app.kubernetes.io/name: orders}");
    assertYaml(
        filter,
        "/spec/configPatches/0/match",
        """
        context: SIDECAR_INBOUND
        listener:
          portNumber: 9898
          filterChain:
            filter:
              name: envoy.filters.network.http_connection_manager
              subFilter: {name: envoy.filters.http.router}
        """);
    assertYaml(filter, "/spec/configPatches/0/applyTo", "HTTP_FILTER");
    assertYaml(filter, "/spec/configPatches/0/patch/operation", "INSERT_BEFORE");
    assertYaml(
        filter,
        "/spec/configPatches/0/patch/value/typed_config/token_bucket",
        "{max_tokens: 200, tokens_per_fill: 100, fill_interval: 1s}");
    assertYaml(
        filter,
        "/spec/configPatches/0/patch/value/typed_config/response_headers_to_add/0/header",
        "{key: retry-after, value: \"1\"}");
  }

  @Test
  void aRequestThatIsRefusedIsNotHeld() {
    CustomObject filter = filter(new LimitSettings(RATE, new Quantity("64Ki"))).orElseThrow();

    assertYaml(filter, "/spec/configPatches/0/patch/value/name", "limit.rate");
    assertYaml(filter, "/spec/configPatches/1/patch/value/name", "limit.body");
    assertYaml(filter, "/spec/configPatches/1/patch/value/typed_config/max_request_bytes", "65536");
  }

  private static Optional<CustomObject> filter(LimitSettings limits) {
    ServiceSettings settings = Stores.service().port(9898).limits(limits).build();
    return new ServiceLimits("orders", settings, Stores.of("orders", settings)).envoyFilter();
  }
}
