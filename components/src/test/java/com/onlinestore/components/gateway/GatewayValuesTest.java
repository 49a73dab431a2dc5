package com.onlinestore.components.gateway;

import static com.onlinestore.components.Yaml.assertYaml;
import static com.onlinestore.components.gateway.Gateways.route;

import com.onlinestore.components.cluster.ClusterFacts;
import com.onlinestore.components.cluster.Facts;
import com.onlinestore.components.settings.Profile;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GatewayValuesTest {

  private static final GatewaySettings PLAIN = Gateways.plain(route("/", "orders"));

  /** Helm would wait for a load balancer that never comes. */
  @Test
  void withoutLoadBalancersTheGatewayIsANodePort() {
    assertYaml(
        values(PLAIN, Profile.DEV, Facts.WITHOUT_LOAD_BALANCER),
        "/service",
        """
        type: NodePort
        ports:
          - {name: http2, port: 80, protocol: TCP, targetPort: 80}
        """);
  }

  @Test
  void behindALoadBalancerItSeesTheClientsAddress() {
    assertYaml(
        values(Gateways.encrypted(route("/", "orders")), Profile.DEV, Facts.SPECIAL),
        "/service",
        """
        type: LoadBalancer
        externalTrafficPolicy: Local
        annotations: {lb/type: nlb}
        ports:
          - {name: http2, port: 80, protocol: TCP, targetPort: 80}
          - {name: https, port: 443, protocol: TCP, targetPort: 443}
        """);
  }

  @Test
  void inProdItSurvivesANodeAndADrain() {
    Map<String, Object> prod = values(PLAIN, Profile.PROD, Facts.SHARED);

    assertYaml(
        prod,
        "/autoscaling",
        """
        enabled: true
        minReplicas: 2
        maxReplicas: 6
        targetCPUUtilizationPercentage: 75
        """);
    assertYaml(
        prod,
        "/podDisruptionBudget",
        "{maxUnavailable: 1, unhealthyPodEvictionPolicy: AlwaysAllow}");
    assertYaml(
        prod,
        "/topologySpreadConstraints",
        """
        - maxSkew: 1
          topologyKey: topology.kubernetes.io/zone
          whenUnsatisfiable: ScheduleAnyway
          labelSelector: {matchLabels: {istio: store-gateway}}
        - maxSkew: 1
          topologyKey: kubernetes.io/hostname
          whenUnsatisfiable: ScheduleAnyway
          labelSelector: {matchLabels: {istio: store-gateway}}
        """);
  }

  @Test
  void inDevOnePodIsEnough() {
    assertYaml(values(PLAIN, Profile.DEV, Facts.SHARED), "/autoscaling/minReplicas", "1");
    assertYaml(values(PLAIN, Profile.DEV, Facts.SHARED), "/autoscaling/maxReplicas", "2");
  }

  @Test
  void aRestrictedNamespaceAcceptsItsPodWhichListensOnPort80WithoutPrivileges() {
    assertYaml(
        values(PLAIN, Profile.DEV, Facts.SHARED),
        "/securityContext",
        """
        seccompProfile: {type: RuntimeDefault}
        sysctls: [{name: net.ipv4.ip_unprivileged_port_start, value: "0"}]
        """);
  }

  @Test
  void itDrainsBeforeItIsKilled() {
    Map<String, Object> values = values(PLAIN, Profile.DEV, Facts.SHARED);

    assertYaml(values, "/terminationGracePeriodSeconds", "60");
    assertYaml(
        values,
        "/podAnnotations",
        "proxy.istio.io/config: '{\"terminationDrainDuration\":\"45s\"}'");
  }

  /** Or all clients of a CDN would be one. */
  @Test
  void itIsToldHowManyProxiesStandBeforeIt() {
    assertYaml(
        values(
            GatewaySettingsBuilder.builder(PLAIN).trustedProxies(2).build(),
            Profile.DEV,
            Facts.SHARED),
        "/podAnnotations",
        "proxy.istio.io/config: '{\"gatewayTopology\":{\"numTrustedProxies\":2},"
            + "\"terminationDrainDuration\":\"45s\"}'");
  }

  /** Or nobody could be told (GatewayCertificateEnding). */
  @Test
  void itTellsWhenItsCertificatesEnd() {
    assertYaml(
        values(
            GatewaySettingsBuilder.builder(PLAIN).plainHttp(false).tlsSecret("store-tls").build(),
            Profile.DEV,
            Facts.SHARED),
        "/podAnnotations",
        """
        proxy.istio.io/config: '{"proxyStatsMatcher":{"inclusionRegexps":["listener\\\\..*\\\\.ssl\\\\.certificate\\\\..*\\\\.expiration_unix_time_seconds"]},"terminationDrainDuration":"45s"}'
        """);
  }

  @Test
  void itsReleaseAndItsPodsHaveOneName() {
    assertYaml(values(PLAIN, Profile.DEV, Facts.SHARED), "/name", "store-gateway");
  }

  private static Map<String, Object> values(
      GatewaySettings settings, Profile profile, ClusterFacts facts) {
    return new GatewayValues(new GatewayPods("store-gateway", settings, profile, facts)).all();
  }
}
