package com.onlinestore;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.plan.Plan;
import com.onlinestore.plan.PlannedResource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the engine will be told of the local stack: order, providers, names. */
class LocalStackTest {

  private static final Plan PLAN = PlannedStack.local();

  private final Map<String, PlannedResource> byUrn =
      PLAN.resources().stream()
          .collect(Collectors.toMap(PlannedResource::urn, Function.identity()));

  @Test
  void everyKubernetesObjectGoesThroughTheStacksOwnProvider() {
    String provider = one("cluster-provider").urn();
    assertThat(
            PLAN.resources().stream()
                .filter(resource -> resource.type().startsWith("kubernetes:"))
                .map(PlannedResource::provider)
                .distinct())
        .containsExactly(provider);
  }

  @Test
  void podsComeAfterTheirGuardsAndTheGuardsAfterTheInjector() {
    assertThat(before("orders-deployment-v1"))
        .contains(
            "store-mesh-default-deny",
            "store-mesh-deny-by-default",
            "store-mesh-strict-mtls",
            "store-quota",
            "store-limits",
            "orders-network-policy",
            "orders-authorization",
            "orders-sidecar",
            "orders-account",
            "istio-istiod",
            "istio-cni",
            "istio-base");
  }

  @Test
  void theGatewaysPodsComeAfterTheInjectorOrTheyWouldPullAnImageCalledAuto() {
    assertThat(before("gateway-release")).contains("istio-istiod", "gateway-mesh-namespace");
  }

  @Test
  void routesGoBeforeTheGatewayAndTheGatewayBeforeTheMesh() {
    assertThat(before("gateway-routes-store.localhost"))
        .contains("gateway-listeners", "gateway-release", "istio-istiod");
  }

  @Test
  void monitorsComeAfterTheOperatorThatBringsTheirKind() {
    assertThat(before("orders-pod-monitor")).contains("prometheus-release");
    assertThat(before("gateway-pod-monitor")).contains("prometheus-release");
    assertThat(before("prometheus-istiod")).contains("prometheus-release");
  }

  @Test
  void theNetworkPluginComesBeforeTheControlPlane() {
    assertThat(before("istio-istiod")).contains("istio-cni", "istio-base");
  }

  @Test
  void nothingIsSecretAndNothingIsLookedUp() {
    assertThat(PLAN.lookups()).isEmpty();
    assertThat(PLAN.warnings()).isEmpty();
  }

  /** The names of everything that must exist before a resource: what it depends on, and so on. */
  private Set<String> before(String name) {
    Set<String> names = new HashSet<>();
    Deque<PlannedResource> open = new ArrayDeque<>(List.of(one(name)));
    while (!open.isEmpty()) {
      for (String urn : open.pop().dependencies()) {
        PlannedResource dependency = byUrn.get(urn);
        if (names.add(dependency.name())) {
          open.push(dependency);
        }
      }
    }
    return names;
  }

  private PlannedResource one(String name) {
    return PLAN.resources().stream()
        .filter(resource -> resource.custom() && resource.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no resource is called " + name));
  }
}
