package com.onlinestore;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.plan.Plan;
import com.onlinestore.plan.PlannedResource;
import org.junit.jupiter.api.Test;

/** What {@code examples/limits.yaml} brings. */
class LimitsExampleTest {

  private static final Plan PLAN =
      PlannedStack.of("limits", java.nio.file.Path.of("../examples/limits.yaml"));

  @Test
  void limitsStandBeforeThePodsThatTheyAreFor() {
    assertThat(dependencies("gateway-release")).anyMatch(urn -> urn.endsWith("::gateway-limits"));
    assertThat(dependencies("payments-deployment-v1"))
        .anyMatch(urn -> urn.endsWith("::payments-limits"));
  }

  @Test
  void whatCountsTogetherIsAServiceLikeAnyOther() {
    assertThat(PLAN.resources())
        .extracting(PlannedResource::name)
        .contains(
            "ratelimit-deployment-v1",
            "ratelimit-autoscaler-v1",
            "ratelimit-network-policy",
            "ratelimit-authorization",
            "ratelimit-config",
            "ratelimit-redis-deployment-v1",
            "ratelimit-redis-network-policy",
            "ratelimit-redis-authorization");
  }

  private static Iterable<String> dependencies(String name) {
    return PLAN.resources().stream()
        .filter(resource -> resource.name().equals(name))
        .findFirst()
        .orElseThrow()
        .dependencies();
  }
}
