package com.onlinestore.components.observability.dashboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * From a point of a graph to the traces and logs of that time. Proxies put no exemplars on their
 * metrics, so traces are looked for by service and time; only graphs of spans have them.
 */
final class Explore {

  private static final String JAEGER = "jaeger";
  private static final String LOKI = "loki";
  private static final ObjectMapper JSON = new ObjectMapper();

  private Explore() {}

  /** The spans of a service, whose name proxies and programs both give. */
  static Link traces(String service) {
    return to("Traces", JAEGER, search(service));
  }

  /** The spans that failed. */
  static Link failedTraces(String service) {
    Map<String, Object> query = search(service);
    query.put("tags", "error=true");
    return to("Failed traces", JAEGER, query);
  }

  /** What a service's program wrote. */
  static Link logs(String namespace, String service) {
    return to(
        "Logs",
        LOKI,
        new TreeMap<>(
            Map.of("expr", "{namespace=\"%s\",container=\"%s\"}".formatted(namespace, service))));
  }

  private static Map<String, Object> search(String service) {
    return new TreeMap<>(Map.of("queryType", "search", "service", service, "limit", 50));
  }

  private static Link to(String title, String source, Map<String, Object> query) {
    query.put("refId", "A");
    query.put("datasource", new TreeMap<>(Map.of("type", source, "uid", source)));
    Map<String, Object> pane =
        new TreeMap<>(
            Map.of(
                "datasource",
                source,
                "queries",
                List.of(query),
                "range",
                new TreeMap<>(Map.of("from", "${__from}", "to", "${__to}"))));
    try {
      String panes = JSON.writeValueAsString(Map.of("a", pane));
      return new Link(title, "/explore?schemaVersion=1&orgId=1&panes=" + encoded(panes));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Maps of text are always JSON.", e);
    }
  }

  /** For an address; only what occurs above, and not Grafana's variables. */
  private static String encoded(String json) {
    return json.replace("{", "%7B")
        .replace("}", "%7D")
        .replace("\"", "%22")
        .replace("\\", "%5C")
        .replace("=", "%3D")
        .replaceAll("\\$%7B([\\w.]+)%7D", "\\${$1}");
  }
}
