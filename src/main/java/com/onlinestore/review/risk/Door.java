package com.onlinestore.review.risk;

import com.onlinestore.plan.cloud.Opening;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A door to the outside.
 *
 * @param what the resource
 * @param way what kind of door, however wide it is
 * @param how the same for people, as in {@code internal LoadBalancer}
 * @param width the larger, the more are let in
 * @param places hosts, ranges of addresses, ports
 */
record Door(String what, String way, String how, int width, Set<String> places) {

  static final String PORT = "port ";

  private static final String PORTS = "ports ";
  private static final String REDIRECT = " to HTTPS";

  /** Ways of one kind, the narrowest first. */
  private static final List<List<String>> KINDS =
      List.of(
          List.of(
              "NodePort", "internal LoadBalancer", "LoadBalancer", "internet-facing LoadBalancer"),
          List.of("private API server", "public API server"));

  static Door of(String what, Opening opening) {
    String how = opening.how();
    Set<String> places = places(opening.where());
    for (List<String> kind : KINDS) {
      if (kind.contains(how)) {
        return new Door(what, kind.get(0), how, kind.indexOf(how), places);
      }
    }
    return how.endsWith(REDIRECT)
        ? new Door(what, how.substring(0, how.length() - REDIRECT.length()), how, 0, places)
        : new Door(what, how, how, 1, places);
  }

  /** The same door, described twice. */
  Door and(Door other) {
    Set<String> both = new LinkedHashSet<>(places);
    both.addAll(other.places);
    Door wider = other.width > width ? other : this;
    return new Door(what, way, wider.how, wider.width, both);
  }

  String key() {
    return what + "\n" + way;
  }

  /** Whether somebody who came in by {@code old} no longer does; a redirect still answers. */
  boolean isLess(Door old) {
    return width < old.width && !how.endsWith(REDIRECT);
  }

  /** Without ports of nodes, which a cluster gives out where nobody asks for one. */
  private static Set<String> places(String where) {
    boolean ports = where.startsWith(PORTS);
    String list = ports ? where.substring(PORTS.length()) : where;
    return Arrays.stream(list.split(", "))
        .filter(place -> !place.isEmpty())
        .map(place -> ports ? PORT + place.replaceFirst(":.*", "") : place)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
