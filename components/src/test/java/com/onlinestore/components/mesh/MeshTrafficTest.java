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
