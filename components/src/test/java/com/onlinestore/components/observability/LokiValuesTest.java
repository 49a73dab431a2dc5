package com.onlinestore.components.observability;

import static com.onlinestore.components.Yaml.assertYaml;

import com.onlinestore.components.Yaml;
import com.onlinestore.components.cluster.ClusterFacts;
import com.onlinestore.components.cluster.Facts;
import com.onlinestore.components.helm.Mirrors;
import com.onlinestore.components.settings.Profile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LokiValuesTest {

  private static final Map<String, Object> DEV = values("{}", Profile.DEV, Facts.SHARED);

  @Test
  void itIsOneProcess() {
    assertYaml(DEV, "/deploymentMode", "Monolithic");
    assertYaml(DEV, "/singleBinary/replicas", "1");
    for (String part : List.of("read", "write", "backend")) {
      assertYaml(DEV, "/" + part, "replicas: 0");
    }
    assertYaml(DEV, "/loki/commonConfig", "replication_factor: 1");
  }

  /** Unasked, the chart brings caches of 10 GiB. */
  @Test
  void nothingElseIsBrought() {
    for (String part :
        List.of("chunksCache", "resultsCache", "gateway", "lokiCanary", "test", "sidecar/rules")) {
      assertYaml(DEV, "/" + part, "enabled: false");
    }
  }

  @Test
  void logsAreDeletedInTheEnd() {
    assertYaml(DEV, "/loki/limits_config/retention_period", "86400s");
    assertYaml(
        DEV, "/loki/compactor", "{retention_enabled: true, delete_request_store: filesystem}");
    assertYaml(
        values("{retention: 30d}", Profile.PROD, Facts.SHARED),
        "/loki/limits_config/retention_period",
        "2592000s");
  }

  @Test
  void inProdLogsAreOnAVolumeOfTheClustersStorageClass() {
    assertYaml(DEV, "/singleBinary/persistence", "enabled: false");
    assertYaml(
        values("{}", Profile.PROD, Facts.SPECIAL),
        "/singleBinary/persistence",
        "{enabled: true, size: 50Gi, storageClass: fast}");
    assertYaml(DEV, "/loki/storage", "type: filesystem");
  }

  @Test
  void itsImageComesFromTheMirror() {
    assertYaml(
        new LokiValues(
                LogSettings.defaults(),
                Profile.DEV,
                Facts.SHARED,
                Optional.empty(),
                new Mirrors(null, "registry.local"))
            .all(),
        "/global",
        "imageRegistry: registry.local");
  }

  private static Map<String, Object> values(String settings, Profile profile, ClusterFacts facts) {
    return new LokiValues(
            Yaml.read(LogSettings.class, settings), profile, facts, Optional.empty(), Mirrors.NONE)
        .all();
  }
}
