package com.onlinestore.components.observability;

import com.onlinestore.components.cluster.ClusterFacts;
import com.onlinestore.components.helm.ChartValues;
import com.onlinestore.components.helm.Mirrors;
import com.onlinestore.components.settings.Profile;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The Helm values of Jaeger's chart, where only {@code userconfig} decides how Jaeger runs.
 *
 * @param storage memory, a volume, or a search engine outside
 */
record JaegerValues(
    TraceStorageSettings storage, Profile profile, ClusterFacts facts, Mirrors mirrors) {

  private static final String CLAIM = "jaeger-badger";

  private static final String USER = "SEARCH_USERNAME";
  private static final String PASSWORD = "SEARCH_PASSWORD";

  /** Fits the memory limit with traces of ten spans. */
  private static final int TRACES_IN_MEMORY = 20_000;

  Map<String, Object> all() {
    Map<String, Object> values = new TreeMap<>();
    values.put("fullnameOverride", "jaeger");
    values.put("userconfig", userConfig());
    values.put("jaeger", jaeger());
    if (storage.volume() != null) {
      values.put("extraObjects", List.of(claim()));
    }
    mirrors
        .registry()
        .ifPresent(registry -> values.put("global", Map.of("imageRegistry", registry)));
    return values;
  }

  private Map<String, Object> jaeger() {
    Map<String, Object> jaeger = new TreeMap<>();
    jaeger.put("replicas", storage.search() != null && profile == Profile.PROD ? 2 : 1);
    jaeger.put(
        "resources",
        Map.of(
            "requests", Map.of("cpu", "100m", "memory", "256Mi"),
            "limits", Map.of("memory", "1Gi")));
    jaeger.put(
        "podSecurityContext",
        Map.of(
            "runAsNonRoot", true,
            "runAsUser", 10001,
            "runAsGroup", 10001,
            "fsGroup", 10001,
            "seccompProfile", Map.of("type", "RuntimeDefault")));
    jaeger.put(
        "securityContext",
        Map.of(
            "allowPrivilegeEscalation", false,
            "readOnlyRootFilesystem", true,
            "capabilities", Map.of("drop", List.of("ALL"))));
    // A changed configuration does not restart the pod by itself: the chart sets no checksum.
    jaeger.put(
        "podLabels",
        Map.of(
            "sidecar.istio.io/inject",
            "false",
            "online-store/config",
            Integer.toHexString(userConfig().toString().hashCode())));
    if (storage.search() != null) {
      jaeger.put("strategy", Map.of("type", "RollingUpdate"));
      jaeger.put("extraEnv", login());
    }
    if (storage.volume() != null) {
      jaeger.put("strategy", Map.of("type", "Recreate"));
      jaeger.put(
          "extraVolumes",
          List.of(Map.of("name", "badger", "persistentVolumeClaim", Map.of("claimName", CLAIM))));
      jaeger.put("extraVolumeMounts", List.of(Map.of("name", "badger", "mountPath", "/badger")));
    }
    return jaeger;
  }

  private Map<String, Object> userConfig() {
    return ordered(
        "service", service(),
        "extensions", extensions(),
        "receivers", receivers(),
        "processors", Map.of("batch", Map.of()),
        "exporters", Map.of("jaeger_storage_exporter", Map.of("trace_storage", "primary")));
  }

  private static Map<String, Object> service() {
    return ordered(
        "extensions", List.of("jaeger_storage", "jaeger_query", "healthcheckv2"),
        "pipelines",
            Map.of(
                "traces",
                ordered(
                    "receivers", List.of("otlp"),
                    "processors", List.of("batch"),
                    "exporters", List.of("jaeger_storage_exporter"))));
  }

  private Map<String, Object> extensions() {
    return ordered(
        "healthcheckv2", ordered("use_v2", true, "http", Map.of("endpoint", "0.0.0.0:13133")),
        "jaeger_query", Map.of("storage", Map.of("traces", "primary")),
        "jaeger_storage", Map.of("backends", Map.of("primary", backend())));
  }

  private Map<String, Object> backend() {
    if (storage.search() != null) {
      return Map.of(storage.opensearch() == null ? "elasticsearch" : "opensearch", search());
    }
    if (storage.volume() == null) {
      return Map.of("memory", Map.of("max_traces", TRACES_IN_MEMORY));
    }
    return Map.of(
        "badger",
        ordered(
            "directories", ordered("keys", "/badger/keys", "values", "/badger/values"),
            "ephemeral", false,
            "ttl", Map.of("spans", "72h")));
  }

  private Map<String, Object> search() {
    Map<String, Object> search = new TreeMap<>();
    search.put("server_urls", List.of(storage.search().url()));
    search.put("indices", Map.of("index_prefix", "jaeger"));
    if (storage.search().secret() != null) {
      search.put(
          "auth",
          Map.of(
              "basic",
              ordered(
                  "username",
                  "${env:%s}".formatted(USER),
                  "password",
                  "${env:%s}".formatted(PASSWORD))));
    }
    return search;
  }

  /** From the Secret into the environment, because the configuration is a ConfigMap. */
  private List<Object> login() {
    String secret = storage.search().secret();
    return secret == null
        ? List.of()
        : List.of(fromSecret(USER, secret, "username"), fromSecret(PASSWORD, secret, "password"));
  }

  private static Map<String, Object> fromSecret(String variable, String secret, String key) {
    return Map.of(
        "name", variable, "valueFrom", Map.of("secretKeyRef", Map.of("name", secret, "key", key)));
  }

  private static Map<String, Object> receivers() {
    return Map.of(
        "otlp",
        Map.of(
            "protocols",
            ordered(
                "grpc", Map.of("endpoint", "0.0.0.0:4317"),
                "http", Map.of("endpoint", "0.0.0.0:4318"))));
  }

  private Map<String, Object> claim() {
    return ordered(
        "apiVersion",
        "v1",
        "kind",
        "PersistentVolumeClaim",
        "metadata",
        Map.of("name", CLAIM),
        "spec",
        ChartValues.claim(storage.volume(), facts.storageClass()));
  }

  /** A map with a fixed order, because its text decides whether the pod restarts. */
  private static Map<String, Object> ordered(Object... keysAndValues) {
    Map<String, Object> map = new TreeMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }
}
