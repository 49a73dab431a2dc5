package com.onlinestore.components.observability;

import com.onlinestore.components.cluster.CloudBucket;
import com.onlinestore.components.cluster.ClusterFacts;
import com.onlinestore.components.helm.Mirrors;
import com.onlinestore.components.settings.Profile;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The Helm values of Loki's chart: one process that takes, keeps, finds and deletes logs. */
record LokiValues(
    LogSettings settings,
    Profile profile,
    ClusterFacts facts,
    Optional<CloudBucket> bucket,
    Mirrors mirrors) {

  static final String NAME = "loki";

  private static final Map<String, Object> NONE = Map.of("replicas", 0);
  private static final Map<String, Object> OFF = Map.of("enabled", false);

  Map<String, Object> all() {
    Map<String, Object> values = new TreeMap<>();
    values.put("fullnameOverride", NAME);
    values.put("deploymentMode", "Monolithic");
    values.put("singleBinary", singleBinary());
    for (String part : List.of("read", "write", "backend")) {
      values.put(part, NONE);
    }
    values.put("loki", loki());
    // The caches alone would ask for 10 GiB.
    for (String part : List.of("chunksCache", "resultsCache", "gateway", "lokiCanary", "test")) {
      values.put(part, OFF);
    }
    values.put("sidecar", Map.of("rules", OFF));
    values.put("monitoring", Map.of("serviceMonitor", Map.of("enabled", true)));
    bucket
        .map(CloudBucket::annotations)
        .filter(annotations -> !annotations.isEmpty())
        .ifPresent(annotations -> values.put("serviceAccount", Map.of("annotations", annotations)));
    mirrors
        .registry()
        .ifPresent(registry -> values.put("global", Map.of("imageRegistry", registry)));
    return values;
  }

  private Map<String, Object> singleBinary() {
    Map<String, Object> pod = new TreeMap<>();
    pod.put("replicas", 1);
    pod.put(
        "resources",
        profile == Profile.PROD ? amounts("200m", "1Gi", "2Gi") : amounts("50m", "256Mi", "1Gi"));
    pod.put("persistence", persistence());
    return pod;
  }

  private Map<String, Object> persistence() {
    Quantity size = settings.storageIn(profile, bucket.isPresent());
    if (size == null) {
      return OFF;
    }
    Map<String, Object> volume = new TreeMap<>(Map.of("enabled", true, "size", size.toString()));
    if (facts.storageClass() != null) {
      volume.put("storageClass", facts.storageClass());
    }
    return volume;
  }

  private Map<String, Object> loki() {
    Map<String, Object> loki = new TreeMap<>();
    loki.put("auth_enabled", false);
    loki.put("commonConfig", Map.of("replication_factor", 1));
    loki.put("analytics", Map.of("reporting_enabled", false));
    loki.put("storage", storage());
    loki.put(
        "schemaConfig",
        Map.of(
            "configs",
            List.of(
                Map.of(
                    "from",
                    "2024-04-01",
                    "store",
                    "tsdb",
                    "object_store",
                    store(),
                    "schema",
                    "v13",
                    "index",
                    Map.of("prefix", "loki_index_", "period", "24h")))));
    loki.put(
        "limits_config",
        Map.of(
            "retention_period",
            settings.retentionIn(profile).toString(),
            "allow_structured_metadata",
            true,
            "volume_enabled",
            true));
    // Without a compactor that deletes, a retention is a wish.
    loki.put("compactor", Map.of("retention_enabled", true, "delete_request_store", store()));
    return loki;
  }

  private Map<String, Object> storage() {
    Map<String, Object> storage = new TreeMap<>(Map.of("type", store()));
    bucket.ifPresent(
        used -> {
          storage.put("bucketNames", Map.of("chunks", used.name(), "ruler", used.name()));
          if (used.region() != null) {
            storage.put(store(), Map.of("region", used.region()));
          }
        });
    return storage;
  }

  private String store() {
    return bucket.map(used -> store(used.kind())).orElse("filesystem");
  }

  private static String store(CloudBucket.Kind kind) {
    return switch (kind) {
      case S3 -> "s3";
      case GCS -> "gcs";
    };
  }

  private static Map<String, Object> amounts(String cpu, String memory, String limit) {
    return Map.of(
        "requests", Map.of("cpu", cpu, "memory", memory), "limits", Map.of("memory", limit));
  }
}
