package com.onlinestore.components.cluster.gcp;

import com.onlinestore.components.cluster.Cidr;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether address ranges make a cluster.
 *
 * @param ranges nodes, pods, services, control plane
 */
record GkeRanges(List<Range> ranges) {

  /** For networks behind a carrier's translation (RFC 6598), which Google takes, too. */
  private static final Cidr SHARED = Cidr.parse("100.64.0.0/10");

  /** Docker's bridge, which GKE's nodes keep for themselves. */
  private static final Cidr BRIDGE = Cidr.parse("172.17.0.0/16");

  /** Addresses that Google keeps in each subnet. */
  private static final int KEPT = 4;

  /** Addresses that GKE hands to a node for its pods, of which there are at most 110. */
  private static final int PODS_OF_NODE = 256;

  /**
   * One of them.
   *
   * @param path its setting
   * @param text what stands there
   * @param shortest the shortest prefix that Google takes
   * @param longest the longest one
   */
  record Range(String path, String text, int shortest, int longest) {

    private Optional<Cidr> parsed() {
      return Cidr.find(text);
    }

    private List<Problem> problems() {
      return new Problems()
          .addAll(path, Cidr.problems(text))
          .addAll("", parsed().map(this::problems).orElse(List.of()))
          .list();
    }

    private List<Problem> problems(Cidr range) {
      return new Problems()
          .addIf(
              range.prefix() < shortest || range.prefix() > longest,
              path,
              shortest == longest ? "%s must be a /%d." : "%s must be from /%d to /%d.",
              range,
              shortest,
              longest)
          .addIf(
              !range.isPrivate() && !SHARED.contains(range),
              path,
              "%s is not private; take a part of 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16 or"
                  + " 100.64.0.0/10.",
              range)
          .addIf(
              range.overlaps(BRIDGE),
              path,
              "%s overlaps %s, which GKE's nodes keep for themselves.",
              range,
              BRIDGE)
          .list();
    }
  }

  static GkeRanges of(NetworkSettings network) {
    return new GkeRanges(
        List.of(
            new Range("nodes", network.nodes(), 8, 29),
            new Range("pods", network.pods(), 9, 24),
            new Range("services", network.services(), 16, 27),
            new Range("controlPlane", network.controlPlane(), 28, 28)));
  }

  /** What is wrong with each, with two of them, and with their size for so many nodes. */
  List<Problem> problems(int mostNodes) {
    Problems problems = new Problems();
    ranges.forEach(range -> problems.addAll("", range.problems()));
    return problems
        .addAll("", overlaps())
        .addAll("", capacity(ranges.get(0), KEPT, 1, mostNodes))
        .addAll("", capacity(ranges.get(1), 0, PODS_OF_NODE, mostNodes))
        .list();
  }

  private List<Problem> overlaps() {
    List<Problem> problems = new ArrayList<>();
    for (int second = 1; second < ranges.size(); second++) {
      for (Range first : ranges.subList(0, second)) {
        if (overlap(first, ranges.get(second))) {
          problems.add(
              new Problem(
                  ranges.get(second).path(),
                  "%s overlaps %s (%s); each needs addresses of its own."
                      .formatted(ranges.get(second).text(), first.path(), first.text())));
        }
      }
    }
    return problems;
  }

  private static boolean overlap(Range first, Range second) {
    return first.parsed().flatMap(one -> second.parsed().map(one::overlaps)).orElse(false);
  }

  private static List<Problem> capacity(Range range, int kept, int each, int mostNodes) {
    return range
        .parsed()
        .map(cidr -> Math.max(0, (cidr.size() - kept) / each))
        .filter(room -> room < mostNodes)
        .map(
            room ->
                new Problem(
                    range.path(),
                    "%s has room for %d nodes, the node pools can have %d while they are upgraded;"
                            .formatted(range.text(), room, mostNodes)
                        + " widen it or lower max."))
        .stream()
        .toList();
  }
}
