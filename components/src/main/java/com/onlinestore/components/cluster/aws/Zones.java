package com.onlinestore.components.cluster.aws;

import com.onlinestore.components.cluster.SubnetPlan;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The three zones of a region that a cluster spans unless the stack file says others. */
final class Zones {

  /** Regions whose first zones are not a, b and c for everybody. */
  private static final Map<String, String> LETTERS =
      Map.of("ap-northeast-1", "acd", "ca-central-1", "abd");

  /** Gives new accounts two zones only, which ones differ. */
  private static final String TWO_ZONES = "us-west-1";

  private Zones() {}

  /** As in {@code eu-west-1a}; fewer than three where the region has fewer. */
  static List<String> of(String region) {
    String letters = LETTERS.getOrDefault(region, "abc");
    return Stream.of(letters.split(""))
        .map(letter -> region + letter)
        .limit(region.equals(TWO_ZONES) ? 0 : SubnetPlan.ZONES)
        .toList();
  }
}
