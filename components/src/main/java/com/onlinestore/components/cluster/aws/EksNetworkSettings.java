package com.onlinestore.components.cluster.aws;

import static com.onlinestore.components.settings.Checks.matching;
import static com.onlinestore.components.settings.Checks.or;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import com.onlinestore.components.cluster.Cidr;
import com.onlinestore.components.cluster.SubnetPlan;
import com.onlinestore.components.settings.Checks;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Problems;
import com.onlinestore.components.settings.Profile;
import io.soabase.recordbuilder.core.RecordBuilder;
import jakarta.validation.constraints.Pattern;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * The network that a cluster gets to itself.
 *
 * <pre>{@code
 * var network =
 *     EksNetworkSettingsBuilder.builder().cidr("10.1.0.0/16").natPerZone(true).build();
 * }</pre>
 *
 * @param cidr its addresses, /16 to /20; default 10.20.0.0/16
 * @param zones three zones of the region; default its first three
 * @param services addresses of Kubernetes Services, outside {@code cidr}; default 172.20.0.0/16
 * @param natPerZone whether the loss of a zone leaves the others their way out; default in prod
 * @param flowLogs whether connections are logged; default in prod
 */
@RecordBuilder
public record EksNetworkSettings(
    @JsonPropertyDescription(
            "Addresses of the network, from /16 to /20, outside every network it is connected to."
                + " Default: 10.20.0.0/16.")
        @Pattern(regexp = Cidr.PATTERN)
        String cidr,
    @JsonPropertyDescription("Three zones of the region. Default: its first three.")
        List<String> zones,
    @JsonPropertyDescription(
            "Addresses of Kubernetes Services, from /12 to /24, outside cidr. Default:"
                + " 172.20.0.0/16.")
        @Pattern(regexp = Cidr.PATTERN)
        String services,
    @JsonPropertyDescription(
            "A NAT gateway in each zone, so that the loss of one zone leaves the others their way"
                + " out. Default: true in prod, else one for all.")
        Boolean natPerZone,
    @JsonPropertyDescription("Log every connection. Default: true in prod.") Boolean flowLogs) {

  /** Fills in the defaults that no profile decides. */
  public EksNetworkSettings {
    cidr = matching("cidr", or(cidr, "10.20.0.0/16"), Cidr.PATTERN);
    zones = Checks.copy(zones);
    services = matching("services", or(services, "172.20.0.0/16"), Cidr.PATTERN);
  }

  /** A network of its own over the region's first three zones. */
  public static EksNetworkSettings defaults() {
    return EksNetworkSettingsBuilder.builder().build();
  }

  SubnetPlan subnets() {
    return SubnetPlan.of(Cidr.parse(cidr));
  }

  List<String> zonesIn(String region) {
    return zones.isEmpty() ? Zones.of(region) : zones;
  }

  boolean natPerZoneIn(Profile profile) {
    return or(natPerZone, profile == Profile.PROD);
  }

  boolean flowLogsIn(Profile profile) {
    return or(flowLogs, profile == Profile.PROD);
  }

  /** Ranges that are none, too small or overlapping, and zones of another region. */
  List<Problem> problems(String region) {
    Problems problems = new Problems().addAll("", ranges());
    if (region.isEmpty()) {
      return problems.list();
    }
    List<String> used = zonesIn(region);
    problems.addIf(
        used.size() != SubnetPlan.ZONES || new HashSet<>(used).size() != used.size(),
        "zones",
        "%s must be %d different zones of %s.",
        used,
        SubnetPlan.ZONES,
        region);
    for (int i = 0; i < zones.size(); i++) {
      problems.addIf(
          !isZone(zones.get(i), region),
          "zones[" + i + "]",
          "\"%s\" is no zone of %s; zones are written like %sa.",
          zones.get(i),
          region,
          region);
    }
    return problems.list();
  }

  private static boolean isZone(String zone, String region) {
    return zone.startsWith(region) && zone.substring(region.length()).matches("[a-z]");
  }

  private List<Problem> ranges() {
    Optional<Cidr> network = Cidr.find(cidr);
    Optional<Cidr> ofServices = Cidr.find(services);
    return new Problems()
        .addAll("cidr", Cidr.problems(cidr))
        .addIf(
            network.filter(range -> !SubnetPlan.fits(range)).isPresent(),
            "cidr",
            "%s must be from /%d to /%d: larger ones AWS refuses, smaller ones have no room for"
                + " pods.",
            cidr,
            SubnetPlan.SHORTEST_PREFIX,
            SubnetPlan.LONGEST_PREFIX)
        .addAll("services", Cidr.problems(services))
        .addIf(
            ofServices.filter(range -> range.prefix() < 12 || range.prefix() > 24).isPresent(),
            "services",
            "%s must be from /12 to /24.",
            services)
        .addIf(
            ofServices.filter(range -> !range.isPrivate()).isPresent(),
            "services",
            "%s is not private; EKS takes a part of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16.",
            services)
        .addIf(
            network.flatMap(range -> ofServices.map(range::overlaps)).orElse(false),
            "services",
            "%s overlaps cidr (%s); choose another range.",
            services,
            cidr)
        .list();
  }
}
