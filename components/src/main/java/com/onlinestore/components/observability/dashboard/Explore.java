package com.onlinestore.components.observability.dashboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.onlinestore.components.observability.DataSources;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * From a point of a graph to the traces and logs of that time, where there is something to look
 * into. Proxies put no exemplars on their metrics, so traces are looked for by service and time;
 * only graphs of spans have them.
 */
record Explore(DataSources sources) {

  private static final String JAEGER = "jaeger";
  private static final String LOKI = "loki";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The spans of a service, whose name proxies and programs both give. */
  List<Link> traces(String service) {
    return sources.jaeger() ? List.of(to("Traces", JAEGER, search(service))) : List.of();
  }

  /** The spans that failed. */
  List<Link> failedTraces(String service) {
    Map<String, Object> query = search(service);
    query.put("tags", "error=true");
    return sources.jaeger() ? List.of(to("Failed traces", JAEGER, query)) : List.of();
  }

  /** What a service's program wrote. */
  List<Link> logs(String namespace, String service) {
    String expr = "{namespace=\"%s\",container=\"%s\"}".formatted(namespace, service);
    return sources.loki()
        ? List.of(to("Logs", LOKI, new TreeMap<>(Map.of("expr", expr))))
        : List.of();
  }

  /** What failed, and what was written then. */
  List<Link> failures(String namespace, String service) {
    return Stream.concat(failedTraces(service).stream(), logs(namespace, service).stream())
        .toList();
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
