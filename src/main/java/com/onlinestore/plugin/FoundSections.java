package com.onlinestore.plugin;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.onlinestore.Platform;
import com.onlinestore.components.mesh.Mesh;
import com.onlinestore.components.mesh.TracingCollector;
import java.util.HashMap;
import java.util.Map;

/**
 * What a platform installed, in the words with which a store finds it: sections of a stack file
 * that say {@code use: existing}.
 *
 * @param settings those of the platform
 */
record FoundSections(ObjectNode settings) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, Object>> SECTION = new TypeReference<>() {};

  /** A section as it was given, because it names what somebody else installed. */
  Map<String, Object> given(String section) {
    return JSON.convertValue(settings.get(section), SECTION);
  }

  Map<String, Object> mesh(Mesh mesh) {
    Map<String, Object> section = found(mesh.namespace());
    section.put("mode", mesh.ambient() ? "ambient" : "sidecar");
    String revision = mesh.injectionLabels().get("istio.io/rev");
    if (revision != null) {
      section.put("revision", revision);
    }
    mesh.tracingProvider().ifPresent(provider -> section.put("tracingProvider", provider));
    if (settings.at("/mesh/proxy").isObject()) {
      section.put("proxy", JSON.convertValue(settings.at("/mesh/proxy"), SECTION));
    }
    return section;
  }

  Map<String, Object> observability(Platform platform) {
    Map<String, Object> section = found(platform.monitoring().namespace());
    platform.monitoring().prometheus().ifPresent(url -> section.put("prometheusUrl", url));
    platform
        .mesh()
        .collector()
        .ifPresent(collector -> section.put("tracing", Map.of("collector", collector(collector))));
    return section;
  }

  private static Map<String, Object> found(String namespace) {
    Map<String, Object> section = new HashMap<>();
    section.put("use", "existing");
    section.put("namespace", namespace);
    return section;
  }

  private static Map<String, Object> collector(TracingCollector collector) {
    return Map.of(
        "namespace", collector.namespace(),
        "service", collector.service(),
        "port", collector.port());
  }
}
