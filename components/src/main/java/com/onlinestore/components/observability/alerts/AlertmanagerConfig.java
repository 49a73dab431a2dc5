package com.onlinestore.components.observability.alerts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What Alertmanager reads: who is told, and what is not worth telling. The chart merges maps and
 * replaces lists, so every list here is whole.
 */
public record AlertmanagerConfig(AlertSettings settings) {

  private static final String NOBODY = "null";
  private static final String HEARTBEAT = "heartbeat";

  /** As the chart's {@code alertmanager.config}. */
  public Map<String, Object> all() {
    return Map.of("route", route(), "receivers", receivers(), "inhibit_rules", inhibitions());
  }

  private Map<String, Object> route() {
    List<Object> routes = new ArrayList<>();
    routes.add(route(NOBODY, List.of("alertname = \"InfoInhibitor\"")));
    routes.add(watchdog());
    settings.routes().forEach(route -> routes.add(route(route.receiver(), route.matchers())));
    return Map.of(
        "group_by",
        List.of("alertname", "namespace", "service"),
        "receiver",
        settings.otherwise() == null ? NOBODY : settings.otherwise(),
        "repeat_interval",
        "4h",
        "routes",
        routes);
  }

  private static Map<String, Object> route(String receiver, List<String> matchers) {
    return Map.of("receiver", receiver, "matchers", matchers);
  }

  /**
   * It always fires. Once a minute: a repetition a little shorter than the group's, or every second
   * is left out.
   */
  private Map<String, Object> watchdog() {
    Map<String, Object> route =
        new TreeMap<>(
            route(
                settings.heartbeat() == null ? NOBODY : HEARTBEAT,
                List.of("alertname = \"Watchdog\"")));
    if (settings.heartbeat() != null) {
      route.put("group_wait", "0s");
      route.put("group_interval", "1m");
      route.put("repeat_interval", "50s");
    }
    return route;
  }

  private List<Object> receivers() {
    List<Object> receivers = new ArrayList<>();
    receivers.add(Map.of("name", NOBODY));
    if (settings.heartbeat() != null) {
      receivers.add(
          Map.of(
              "name",
              HEARTBEAT,
              "webhook_configs",
              List.of(Map.of("url_file", settings.heartbeat().file(), "send_resolved", false))));
    }
    settings
        .receivers()
        .forEach((name, receiver) -> receivers.add(new AlertReceiver(name, receiver).config()));
    return receivers;
  }

  /**
   * The chart's own, and: whoever is told that a service fails needs not be told that it ails. Only
   * of objectives: to others {@code service} is often whom Prometheus asked, not whom it is about.
   */
  private static List<Object> inhibitions() {
    return List.of(
        inhibition("severity = critical", "severity =~ warning|info", "namespace", "alertname"),
        inhibition("severity = warning", "severity = info", "namespace", "alertname"),
        inhibition("alertname = InfoInhibitor", "severity = info", "namespace"),
        Map.of(
            "source_matchers",
            List.of("severity = critical", "slo =~ .+"),
            "target_matchers",
            List.of("severity = warning", "slo =~ .+"),
            "equal",
            List.of("namespace", "service")));
  }

  private static Map<String, Object> inhibition(String source, String target, String... equal) {
    return Map.of(
        "source_matchers",
        List.of(source),
        "target_matchers",
        List.of(target),
        "equal",
        List.of(equal));
  }
}
