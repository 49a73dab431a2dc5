package com.onlinestore.components.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import com.onlinestore.components.settings.Problem;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AmbientLimitsTest {

  @Test
  void anOutsideHostIsHeldToAddressesAlone() {
    assertThat(
            AmbientLimits.problems(
                Map.of(
                    "orders",
                    settings(
                        """
                        externalHosts:
                          - {host: db.example.com, port: 5432, cidrs: [10.20.0.0/16]}
                          - {host: api.example.com}
                          - host: pay.example.com
                            protocol: http-with-tls-origination
                            cidrs: [203.0.113.0/24]
                        """))))
        .containsExactly(
            new Problem(
                "orders.externalHosts[1]",
                "\"api.example.com\" needs cidrs in an ambient mesh (mesh.mode), which holds"
                    + " nobody to a name."),
            new Problem(
                "orders.externalHosts[2].protocol",
                "http-with-tls-origination needs a sidecar to begin TLS (mesh.mode); let the"
                    + " application do it, or use mode sidecar."));
  }

  @Test
  void aRoleInTheCloudNeedsHostsByName() {
    assertThat(AmbientLimits.problems(Map.of("orders", settings("cloudRole: orders"))))
        .containsExactly(
            new Problem(
                "orders.cloudRole",
                "needs the cloud's own hosts by name, which an ambient mesh (mesh.mode) holds"
                    + " nobody to; use mode sidecar, or remove it."));
  }

  @Test
  void noSidecarKeepsLimits() {
    assertThat(
            AmbientLimits.problems(
                Map.of("orders", settings("limits: {rate: {requests: 100}, body: 64Ki}"))))
        .containsExactly(
            new Problem(
                "orders.limits",
                "are kept by a pod's sidecar, which an ambient mesh (mesh.mode) has none of; limit"
                    + " the gateway's routes (gateway.routes[].limits), or use mode sidecar."));
  }

  @Test
  void noSidecarCountsForACanary() {
    assertThat(AmbientLimits.problems(Map.of("orders", settings("canary: {steps: [20]}"))))
        .containsExactly(
            new Problem(
                "orders.canary",
                "is judged by what the sidecars of its pods count, which an ambient mesh (mesh.mode)"
                    + " has none of; give versions weights, or use mode sidecar."));
  }

  @Test
  void aWaypointCountsByIstiosOwnLines() {
    assertThat(
            AmbientLimits.problems(
                Map.of("orders", settings("slo: {latency: {threshold: 300ms, target: 99}}"))))
        .containsExactly(
            new Problem(
                "orders.slo.latency.threshold",
                "300ms is no line that an ambient mesh's waypoint counts by (mesh.mode); take 250ms"
                    + " or 500ms, or use mode sidecar."));
  }

  @Test
  void nobodyComesWithoutACertificate() {
    assertThat(
            AmbientLimits.problems(
                Map.of(
                    "orders",
                    settings(
                        "plaintext: {http: {from: [legacy], reason: the old till has no TLS}}"))))
        .containsExactly(
            new Problem(
                "orders.plaintext.http",
                "would let callers around the waypoint of an ambient mesh (mesh.mode), where"
                    + " callers are checked; use mode sidecar, or remove it."));
  }

  @Test
  void theWaypointHasItsNameForItself() {
    assertThat(AmbientLimits.problems(Map.of("waypoint", settings("{}"))))
        .containsExactly(
            new Problem(
                "waypoint",
                "is the name of the store's waypoint in an ambient mesh; choose another."));
  }

  @Test
  void theRestIsKept() {
    assertThat(AmbientLimits.problems(Map.of("orders", settings("calls: [products]")))).isEmpty();
  }

  private static ServiceSettings settings(String yaml) {
    String image = yaml.equals("{}") ? "" : yaml;
    return Yaml.read(ServiceSettings.class, "image: acme/shop:1\n" + image);
  }
}
