package com.onlinestore.components.gateway;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Hosts of a gateway that policies hold for alike. One without any route is in no group: Istio
 * gives its requests to a wildcard that covers it, or to nobody.
 *
 * @param hosts their names
 * @param routes the longest path first
 */
record GuardedHosts(List<String> hosts, List<RouteSettings> routes) {

  static List<GuardedHosts> of(GatewaySettings settings) {
    Map<List<RouteSettings>, List<String>> groups = new LinkedHashMap<>();
    settings
        .hosts()
        .forEach(
            host ->
                groups
                    .computeIfAbsent(HostGroup.routesOf(host, settings), any -> new ArrayList<>())
                    .add(host));
    return groups.entrySet().stream()
        .filter(group -> !group.getKey().isEmpty())
        .map(group -> new GuardedHosts(group.getValue(), group.getKey()))
        .toList();
  }

  /** The first wildcard among the hosts; null where there is none. */
  String wildcard() {
    return hosts.stream().filter(host -> host.startsWith("*.")).findFirst().orElse(null);
  }

  /** The others as a policy must write them: a request may name any port with its host. */
  List<String> exact() {
    return withPorts(hosts.stream().filter(host -> !host.startsWith("*.")).toList());
  }

  static List<String> withPorts(Collection<String> hosts) {
    return hosts.stream().flatMap(host -> Stream.of(host, host + ":*")).toList();
  }
}
