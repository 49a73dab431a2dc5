package com.onlinestore.components.service;

import com.onlinestore.components.mesh.TracingCollector;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What OpenTelemetry's SDKs and agents read from the environment, so that a program's own spans are
 * in the traces of the proxies, under the same name. Programs without one ignore it; where nobody
 * takes spans there is nothing.
 *
 * <p>Whether a request is traced is decided at the store's entrance: an SDK follows by default.
 */
record ServiceTelemetry(String name, ServiceSettings settings, Store store) {

  private static final String POD_NAME = "K8S_POD_NAME";

  /** Must stand before the variables that use it. */
  Optional<EnvVar> podName() {
    return store.mesh().collector().map(any -> fromPod());
  }

  Map<String, String> variables() {
    return store.mesh().collector().map(this::variables).orElse(Map.of());
  }

  /** Metrics and logs have ways of their own; an SDK would send them to a collector of spans. */
  private Map<String, String> variables(TracingCollector collector) {
    Map<String, String> values = new TreeMap<>();
    values.put(
        "OTEL_EXPORTER_OTLP_ENDPOINT", "http://" + collector.host() + ":" + collector.port());
    values.put("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc");
    values.put("OTEL_LOGS_EXPORTER", "none");
    values.put("OTEL_METRICS_EXPORTER", "none");
    values.put("OTEL_SERVICE_NAME", name);
    values.put(
        "OTEL_RESOURCE_ATTRIBUTES",
        "service.namespace=%s,service.version=%s,deployment.environment.name=%s,k8s.pod.name=$(%s)"
            .formatted(store.namespace(), settings.version(), store.environment(), POD_NAME));
    return values;
  }

  private static EnvVar fromPod() {
    return new EnvVarBuilder()
        .withName(POD_NAME)
        .withNewValueFrom()
        .withNewFieldRef()
        .withFieldPath("metadata.name")
        .endFieldRef()
        .endValueFrom()
        .build();
  }
}
