package com.onlinestore.components.helm;

import static com.onlinestore.components.Yaml.assertYaml;

import io.fabric8.kubernetes.api.model.Quantity;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChartValuesTest {

  @Test
  void podsAreSpreadOverZonesAndNodesWherePossible() {
    assertYaml(
        Map.of("spread", ChartValues.spread(Map.of("app", "istiod"))),
        "/spread",
        """
        - maxSkew: 1
          topologyKey: topology.kubernetes.io/zone
          whenUnsatisfiable: ScheduleAnyway
          labelSelector: {matchLabels: {app: istiod}}
        - maxSkew: 1
          topologyKey: kubernetes.io/hostname
          whenUnsatisfiable: ScheduleAnyway
          labelSelector: {matchLabels: {app: istiod}}
        """);
  }

  @Test
  void aVolumeIsOfTheClustersDefaultClassUnlessOneIsNamed() {
    assertYaml(
        ChartValues.claim(new Quantity("10Gi"), null),
        "",
        "{accessModes: [ReadWriteOnce], resources: {requests: {storage: 10Gi}}}");
    assertYaml(
        ChartValues.claim(new Quantity("10Gi"), "fast"),
        "",
        """
        accessModes: [ReadWriteOnce]
        resources: {requests: {storage: 10Gi}}
        storageClassName: fast
        """);
  }
}
