package com.onlinestore.components.gateway;

import com.onlinestore.components.mesh.envoy.HeaderMatch;
import com.onlinestore.components.mesh.envoy.RequestsCounted;
import java.util.ArrayList;
import java.util.List;

/**
 * The requests of a route as a filter before routing sees them, which knows no routes: by host and
 * path, less those of longer paths, so that a request belongs to the same route here and there.
 *
 * @param groups how the gateway routes
 */
record RouteRequests(List<HostGroup> groups) {

  /** One element for each group of hosts that has the route. */
  List<RequestsCounted> of(RouteSettings route, String key, String value) {
    return groups.stream()
        .filter(group -> group.routes().contains(route))
        .map(
            group -> {
              List<HeaderMatch> headers = new ArrayList<>(hosts(group));
              headers.addAll(paths(route, group.routes()));
              return RequestsCounted.where(key, value, headers);
            })
        .toList();
  }

  private static List<HeaderMatch> paths(RouteSettings route, List<RouteSettings> all) {
    List<HeaderMatch> matches = new ArrayList<>();
    matches.add(HeaderMatch.fits(":path", below(route.path())));
    all.stream()
        .map(RouteSettings::path)
        .filter(path -> !path.equals(route.path()) && isBelow(path, route.path()))
        .forEach(path -> matches.add(HeaderMatch.fitsNot(":path", below(path))));
    return matches;
  }

  /** A wildcard holds only for hosts that are not named themselves. */
  private List<HeaderMatch> hosts(HostGroup group) {
    List<HeaderMatch> matches = new ArrayList<>();
    matches.add(HeaderMatch.fits(":authority", anyOf(group.hosts())));
    groups.stream()
        .filter(other -> !other.equals(group))
        .map(
            other ->
                other.hosts().stream()
                    .filter(host -> group.hosts().stream().anyMatch(each -> covers(each, host)))
                    .toList())
        .filter(hosts -> !hosts.isEmpty())
        .forEach(hosts -> matches.add(HeaderMatch.fitsNot(":authority", anyOf(hosts))));
    return matches;
  }

  private static boolean covers(String wildcard, String host) {
    return wildcard.startsWith("*") && host.endsWith(wildcard.substring(1));
  }

  private static boolean isBelow(String path, String parent) {
    return parent.equals("/") || path.startsWith(parent + "/");
  }

  /** The path itself with or without a query, and everything below it. */
  private static String below(String path) {
    return path.equals("/") ? "/.*" : literally(path) + "([/?].*)?";
  }

  /** In any case, and with or without a port. */
  private static String anyOf(List<String> hosts) {
    List<String> all =
        hosts.stream()
            .map(
                host ->
                    host.startsWith("*") ? ".+" + literally(host.substring(1)) : literally(host))
            .toList();
    return "(?i)(" + String.join("|", all) + ")(:[0-9]+)?";
  }

  private static String literally(String text) {
    return text.replaceAll("[\\\\.\\[\\]{}()*+?^$|]", "\\\\$0");
  }
}
