package com.onlinestore.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.onlinestore.plan.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The dashboards of a plan: the name of each file, and what is in it. */
record Pages(Map<String, JsonNode> files) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static Pages of(Plan plan) {
    Map<String, JsonNode> files = new TreeMap<>();
    plan.resources().stream()
        .filter(resource -> resource.type().equals("kubernetes:core/v1:ConfigMap"))
        .map(resource -> JSON.valueToTree(resource.inputs()))
        .map(JsonNode.class::cast)
        .filter(map -> map.at("/metadata/labels/grafana_dashboard").asText().equals("1"))
        .flatMap(map -> map.get("data").properties().stream())
        .forEach(file -> files.put(file.getKey(), parsed(file.getValue().asText())));
    return new Pages(files);
  }

  /** Every question to Prometheus, with a value for each of Grafana's variables. */
  List<String> questions() {
    return files.values().stream()
        .flatMap(page -> page.findValuesAsText("expr").stream())
        .map(question -> question.replace("$__rate_interval", "5m"))
        .map(question -> question.replaceAll("\\$(?=[a-z])\\w+", ".*"))
        .toList();
  }

  /** Into a folder, as Grafana's sidecar does. */
  void write(Path folder) {
    files.forEach(
        (name, page) -> {
          try {
            Files.writeString(folder.resolve(name), page.toString());
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static JsonNode parsed(String page) {
    try {
      return JSON.readTree(page);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
