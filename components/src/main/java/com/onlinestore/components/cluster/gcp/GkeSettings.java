package com.onlinestore.components.cluster.gcp;

import static com.onlinestore.components.settings.Checks.matching;
import static com.onlinestore.components.settings.Checks.or;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.cluster.ExistingClusterSettings;
import com.onlinestore.components.settings.Checks;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import com.onlinestore.components.settings.Profile;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;

/**
 * A cluster of Google Kubernetes Engine; each field overrides one decision.
 *
 * <pre>{@code
 * var gke =
 *     GkeSettingsBuilder.builder()
 *         .nodePools(
 *             Map.of(
 *                 "general",
 *                 NodePoolSettingsBuilder.builder().machineType("e2-standard-4").build()))
 *         .build();
 * }</pre>
 *
 * @param releaseChannel how early upgrades come; default regular
 * @param version minor version of Kubernetes to have at least; null for the channel's own
 * @param zones of the nodes; empty for GKE's choice of three in the region
 * @param network address ranges
 * @param nodePools by name; empty for one pool by profile
 * @param maintenanceWindow when upgrades may come
 * @param backup whether the agent of Backup for GKE runs; null for prod only
 */
@RecordBuilder
public record GkeSettings(
    @JsonPropertyDescription(
            "How early GKE brings new releases: rapid, regular or stable. Default: regular.")
        ReleaseChannel releaseChannel,
    @JsonPropertyDescription(
            "Minor version of Kubernetes in quotes, such as \"1.34\", to have at least; the channel"
                + " must offer it. Default: the channel's own.")
        @Pattern(regexp = ExistingClusterSettings.VERSION)
        String version,
    @JsonPropertyDescription(
            "Zones of the nodes, such as [us-central1-a, us-central1-b]. Default: GKE chooses three"
                + " in the region.")
        List<@Pattern(regexp = GkeSettings.ZONE) String> zones,
    @JsonPropertyDescription("Address ranges.") NetworkSettings network,
    @JsonPropertyDescription(
            "Pools of nodes by name. Default: general, e2-standard-4 from 1 to 4 in dev,"
                + " n2d-standard-4 from 3 to 9 in prod.")
        Map<String, NodePoolSettings> nodePools,
    @JsonPropertyDescription("When GKE may upgrade control plane and nodes.")
        MaintenanceWindow maintenanceWindow,
    @JsonPropertyDescription(
            "Whether the agent of Backup for GKE runs; backup plans are made outside. Default: in"
                + " prod only.")
        Boolean backup) {

  /** A zone: a region and a letter. */
  public static final String ZONE = "^[a-z]+-[a-z]+[0-9]+-[a-z]$";

  /** A pool's name, short because GKE allows 40 characters with the cluster's and a suffix. */
  static final String POOL_NAME = "^[a-z]([a-z0-9-]{0,13}[a-z0-9])?$";

  private static final int USUAL_ZONES = 3;

  /** Fills in the defaults that do not depend on the profile. */
  public GkeSettings {
    releaseChannel = or(releaseChannel, ReleaseChannel.REGULAR);
    if (version != null) {
      matching("version", version, ExistingClusterSettings.VERSION);
    }
    zones = Checks.copy(zones);
    zones.forEach(zone -> matching("zones", zone, ZONE));
    network = or(network, NetworkSettings.defaults());
    nodePools = Checks.sorted(nodePools);
    maintenanceWindow = or(maintenanceWindow, MaintenanceWindow.defaults());
  }

  /** One pool by profile in a network of its own. */
  public static GkeSettings defaults() {
    return GkeSettingsBuilder.builder().build();
  }

  /** The pools, or the one that a profile gets by itself. */
  Map<String, NodePoolSettings> nodePools(Profile profile) {
    if (!nodePools.isEmpty()) {
      return nodePools;
    }
    return Map.of(
        "general",
        switch (profile) {
          case DEV -> NodePoolSettings.of("e2-standard-4", 1, 4);
          case PROD -> NodePoolSettings.of("n2d-standard-4", 3, 9);
        });
  }

  /** Whether the backup agent runs. */
  boolean backup(Profile profile) {
    return or(backup, profile == Profile.PROD);
  }

  /** How many zones the nodes are in. */
  int zoneCount() {
    return zones.isEmpty() ? USUAL_ZONES : zones.size();
  }

  /**
   * What is wrong across the settings.
   *
   * @param region of the cluster; empty where nobody said, which is told elsewhere
   */
  public List<Problem> problems(String region, Profile profile) {
    Map<String, NodePoolSettings> pools = nodePools(profile);
    Problems problems = new Problems();
    for (int i = 0; i < zones.size(); i++) {
      String zone = zones.get(i);
      problems
          .addIf(
              !region.isEmpty() && !zone.startsWith(region + "-"),
              "zones[" + i + "]",
              "\"%s\" is not a zone of %s, where the cluster is.",
              zone,
              region)
          .addIf(
              zones.indexOf(zone) < i,
              "zones[" + i + "]",
              "\"%s\" is there twice; remove one.",
              zone);
    }
    pools.forEach(
        (name, pool) ->
            problems
                .addIf(
                    !name.matches(POOL_NAME),
                    "nodePools." + name,
                    "must begin with a letter and hold only lower-case letters, digits and dashes,"
                        + " at most 15.")
                .addAll("nodePools." + name, pool.problems(region, zones)));
    return problems
        .addIf(
            pools.values().stream().noneMatch(NodePoolSettings::isOpen),
            "nodePools",
            "need one pool without taints that is not arm64, which GKE taints: Kubernetes' own pods"
                + " have nowhere to run.")
        .addIf(
            profile == Profile.PROD && pools.values().stream().allMatch(NodePoolSettings::spot),
            "nodePools",
            "are all spot, of which Google may take every node at once; with profile prod one must"
                + " not be.")
        .addAll(
            "network",
            network.problems(pools.values().stream().mapToInt(NodePoolSettings::most).sum()))
        .addAll("maintenanceWindow", maintenanceWindow.problems())
        .list();
  }
}
