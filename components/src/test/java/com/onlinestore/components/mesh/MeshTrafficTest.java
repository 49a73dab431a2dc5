package com.onlinestore.components.mesh;

import static com.onlinestore.components.Yaml.assertYaml;

import java.util.Map;
import org.junit.jupiter.api.Test;

class MeshTrafficTest {

  @Test
  void everySidecarReachesIstiodAndTheCollector() {
    assertYaml(
        Map.of("egress", MeshTraffic.egress(Meshes.TRACING)),
        "/egress",
        """
        - to:
            - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: istio-system}}
              podSelector: {matchLabels: {app: istiod}}
          ports: [{port: 15012, protocol: TCP}]
        - to: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: tracing}}}]
          ports: [{port: 4317, protocol: TCP}]
        """);
  }

  @Test
  void withoutTracingThereIsNoDoorToACollector() {
    assertYaml(
        Map.of("egress", MeshTraffic.egress(Meshes.SILENT)),
        "/egress",
        """
        - to:
            - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: istio-system}}
              podSelector: {matchLabels: {app: istiod}}
          ports: [{port: 15012, protocol: TCP}]
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
