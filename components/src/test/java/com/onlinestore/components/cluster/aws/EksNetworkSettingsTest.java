package com.onlinestore.components.cluster.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import com.onlinestore.components.cluster.Cidr;
import com.onlinestore.components.settings.Problem;
import com.onlinestore.components.settings.Profile;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EksNetworkSettingsTest {

  @Test
  void byDefaultItSpansTheFirstThreeZonesAndTheProfileChoosesTheRest() {
    EksNetworkSettings settings = EksNetworkSettings.defaults();

    assertThat(Yaml.read(EksNetworkSettings.class, "{}"))
        .isEqualTo(settings)
        .isEqualTo(new EksNetworkSettings("10.20.0.0/16", List.of(), "172.20.0.0/16", null, null));
    assertThat(settings.zonesIn("eu-west-1"))
        .containsExactly("eu-west-1a", "eu-west-1b", "eu-west-1c");
    assertThat(List.of(settings.natPerZoneIn(Profile.DEV), settings.flowLogsIn(Profile.DEV)))
        .containsOnly(false);
    assertThat(List.of(settings.natPerZoneIn(Profile.PROD), settings.flowLogsIn(Profile.PROD)))
        .containsOnly(true);
  }

  @Test
  void whatTheStackFileSaysGoesBeforeTheProfile() {
    EksNetworkSettings settings =
        Yaml.read(
            EksNetworkSettings.class,
            """
            cidr: 10.0.0.0/20
            zones: [us-west-1a, us-west-1b, us-west-1c]
            services: 192.168.0.0/24
            natPerZone: false
            flowLogs: true
            """);

    assertThat(settings)
        .isEqualTo(
            new EksNetworkSettings(
                "10.0.0.0/20",
                List.of("us-west-1a", "us-west-1b", "us-west-1c"),
                "192.168.0.0/24",
                false,
                true));
    assertThat(settings.natPerZoneIn(Profile.PROD)).isFalse();
    assertThat(settings.flowLogsIn(Profile.DEV)).isTrue();
    assertThat(settings.zonesIn("us-west-1")).isEqualTo(settings.zones());
    assertThat(settings.problems("us-west-1")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cidr: 10.0.0.0/15|cidr: 10.0.0.0/15 must be from /16 to /20: larger ones AWS refuses,"
            + " smaller ones have no room for pods.",
        "cidr: 10.0.0.0/21|cidr: 10.0.0.0/21 must be from /16 to /20: larger ones AWS refuses,"
            + " smaller ones have no room for pods.",
        "cidr: 10.20.0.1/16|cidr: 10.20.0.1/16 must begin at 10.20.0.0/16.",
        "services: 10.20.0.1/16|services: 10.20.0.1/16 must begin at 10.20.0.0/16.",
        "services: 10.0.0.0/11|services: 10.0.0.0/11 must be from /12 to /24.; services:"
            + " 10.0.0.0/11 overlaps cidr (10.20.0.0/16); choose another range.",
        "services: 172.20.0.0/25|services: 172.20.0.0/25 must be from /12 to /24.",
        "services: 10.20.128.0/20|services: 10.20.128.0/20 overlaps cidr (10.20.0.0/16); choose"
            + " another range.",
        "services: 100.64.0.0/16|services: 100.64.0.0/16 is not private; EKS takes a part of"
            + " 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16.",
        "{cidr: 10.0.0.1/21, services: 10.0.0.1/25}|cidr: 10.0.0.1/21 must begin at 10.0.0.0/21.;"
            + " services: 10.0.0.1/25 must begin at 10.0.0.0/25.",
        "zones: [eu-west-1a, eu-west-1b]|zones: [eu-west-1a, eu-west-1b] must be 3 different zones"
            + " of eu-west-1.",
        "zones: [eu-west-1a, eu-west-1b, eu-west-1b]|zones: [eu-west-1a, eu-west-1b, eu-west-1b]"
            + " must be 3 different zones of eu-west-1.",
        "zones: [eu-west-1a, eu-west-1b, eu-west-2a]|zones[2]: \"eu-west-2a\" is no zone of"
            + " eu-west-1; zones are written like eu-west-1a.",
        "zones: [eu-west-1a, eu-west-1b, eu-west-1]|zones[2]: \"eu-west-1\" is no zone of"
            + " eu-west-1; zones are written like eu-west-1a."
      })
  void saysWhatIsWrong(String yaml, String messages) {
    assertThat(String.join("; ", problems(Yaml.read(EksNetworkSettings.class, yaml), "eu-west-1")))
        .isEqualTo(messages);
  }

  @Test
  void asksForZonesWhereTheRegionHasNotThreeForEverybody() {
    assertThat(problems(EksNetworkSettings.defaults(), "us-west-1"))
        .containsExactly("zones: [] must be 3 different zones of us-west-1.");
  }

  @Test
  void saysNothingOfZonesWhereNobodySaidTheRegion() {
    assertThat(problems(Yaml.read(EksNetworkSettings.class, "zones: [somewhere]"), "")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"cidr", "services"})
  void refusesTextThatIsNoRange(String setting) {
    assertThat(Yaml.refusal(EksNetworkSettings.class, setting + ": here"))
        .isEqualTo("%s (\"here\") must match %s.".formatted(setting, Cidr.PATTERN));
  }

  @Property
  void networkAndServicesMustNotMeet(
      @ForAll @IntRange(min = 16, max = 20) int network,
      @ForAll @IntRange(max = 63) int first,
      @ForAll @IntRange(min = 16, max = 24) int services,
      @ForAll @IntRange(max = 63) int second) {
    Cidr near = Cidr.parse("10.0.0.0/14");
    Cidr one = near.part(network, first % (1 << network - 14));
    Cidr other = near.part(services, second % (1 << services - 14));
    EksNetworkSettings settings =
        EksNetworkSettingsBuilder.builder().cidr(one.toString()).services(other.toString()).build();

    assertThat(settings.problems("eu-west-1").isEmpty()).isEqualTo(!one.overlaps(other));
    assertThat(settings.subnets().privateSubnets()).allMatch(one::contains);
  }

  private static List<String> problems(EksNetworkSettings settings, String region) {
    return settings.problems(region).stream().map(Problem::toString).toList();
  }
}
