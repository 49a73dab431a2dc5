package com.onlinestore.components.gateway;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Hosts that are routed alike. A wildcard is in a group of its own, because Istio refuses it beside
 * a host that it covers.
 *
 * @param hosts in the order of the settings
 * @param routes the longest path first, because the first that matches is taken
 */
record HostGroup(List<String> hosts, List<RouteSettings> routes) {

  private static final Comparator<String> LONGEST_FIRST =
      Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder());

  /** All hosts that have a route. */
  static List<HostGroup> of(GatewaySettings settings) {
    Map<Alike, List<String>> alike = new LinkedHashMap<>();
    for (String host : settings.hosts()) {
      Alike key = new Alike(routesOf(host, settings), host.startsWith("*") ? host : "");
      alike.computeIfAbsent(key, any -> new ArrayList<>()).add(host);
    }
    return alike.entrySet().stream()
        .map(entry -> new HostGroup(List.copyOf(entry.getValue()), entry.getKey().routes()))
        .filter(group -> !group.routes().isEmpty())
        .toList();
  }

  /** Where a path is routed for this host and for all hosts, the one for this host holds. */
  static List<RouteSettings> routesOf(String host, GatewaySettings settings) {
    Map<String, RouteSettings> byPath = new TreeMap<>(LONGEST_FIRST);
    settings.routes().stream()
        .filter(route -> route.appliesTo(host))
        .sorted(Comparator.comparing((RouteSettings route) -> route.host() != null))
        .forEach(route -> byPath.put(route.path(), route));
    return List.copyOf(byPath.values());
  }

  /** What hosts of one group have in common; a wildcard shares with nobody. */
  private record Alike(List<RouteSettings> routes, String wildcard) {}
}
