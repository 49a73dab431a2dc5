package com.onlinestore.components.mesh;

import static com.onlinestore.components.EgressRules.COLLECTOR;
import static com.onlinestore.components.EgressRules.ISTIOD;
import static com.onlinestore.components.Yaml.assertYaml;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MeshTrafficTest {

  @Test
  void everySidecarReachesIstiodAndTheCollector() {
    assertYaml(Map.of("egress", MeshTraffic.egress(Meshes.TRACING)), "/egress", ISTIOD + COLLECTOR);
  }

  @Test
  void withoutTracingThereIsNoDoorToACollector() {
    assertYaml(Map.of("egress", MeshTraffic.egress(Meshes.SILENT)), "/egress", ISTIOD);
  }

  /** Whatever pod or node they come from, the plugin gives them these two sources. */
  @Test
  void theKubeletsProbesComeFromTheAddressOfTheAmbientPlugin() {
    assertYaml(
        MeshTraffic.ambientProbes(8080),
        "",
        """
        from:
          - {ipBlock: {cidr: 169.254.7.127/32}}
          - {ipBlock: {cidr: "fd16:9254:7127:1337:ffff:ffff:ffff:ffff/128"}}
        ports: [{port: 8080, protocol: TCP}]
        """);
  }

  @Test
  void prometheusReadsTheMergedAndTheProxysOwnMetrics() {
    assertYaml(
        MeshTraffic.metrics("monitoring"),
        "",
        """
        from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: monitoring}}}]
        ports:
          - {port: 15020, protocol: TCP}
          - {port: 15090, protocol: TCP}
        """);
  }
}
