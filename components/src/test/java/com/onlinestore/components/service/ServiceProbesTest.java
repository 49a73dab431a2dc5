package com.onlinestore.components.service;

import static com.onlinestore.components.Yaml.assertYaml;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceProbesTest {

  private static final ServiceSettings SETTINGS =
      Stores.service().probes(new ProbeSettings("/ready", "/live", null, 120)).build();

  @Test
  void aSlowStartIsNotAFailure() {
    assertYaml(
        ServiceProbes.startup(SETTINGS),
        "",
        """
        httpGet: {path: /live, port: http}
        periodSeconds: 2
        timeoutSeconds: 2
        failureThreshold: 60
        """);
  }

  @ParameterizedTest
  @CsvSource({"5, 3", "6, 3", "120, 60", "3599, 1800", "3600, 1800"})
  void aStartMayTakeAtLeastTheTimeSaid(int seconds, int threshold) {
    assertYaml(
        ServiceProbes.startup(
            Stores.service().probes(new ProbeSettings(null, null, null, seconds)).build()),
        "/failureThreshold",
        String.valueOf(threshold));
  }

  @Test
  void readinessReactsQuickly() {
    assertYaml(
        ServiceProbes.readiness(SETTINGS),
        "",
        """
        httpGet: {path: /ready, port: http}
        periodSeconds: 5
        timeoutSeconds: 2
        failureThreshold: 2
        """);
  }

  @Test
  void livenessIsSlowToJudge() {
    assertYaml(
        ServiceProbes.liveness(SETTINGS),
        "",
        """
        httpGet: {path: /live, port: http}
        periodSeconds: 10
        timeoutSeconds: 5
        failureThreshold: 6
        """);
  }

  @Test
  void aPortIsAskedInItsOwnProtocol() {
    assertYaml(
        ServiceProbes.liveness(Stores.service().protocol(PortProtocol.GRPC).port(9000).build()),
        "/grpc",
        "port: 9000");
    assertYaml(
        ServiceProbes.liveness(Stores.service().protocol(PortProtocol.TCP).build()),
        "/tcpSocket",
        "port: tcp");
    assertYaml(
        ServiceProbes.liveness(
            Stores.service()
                .protocol(PortProtocol.TCP)
                .ports(Map.of("admin", new PortSettings(9090, null)))
                .probes(new ProbeSettings(null, null, "admin", null))
                .build()),
        "/httpGet",
        "{path: /healthz, port: admin}");
  }
}
