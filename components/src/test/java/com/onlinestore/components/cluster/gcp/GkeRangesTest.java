package com.onlinestore.components.cluster.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Yaml;
import com.onlinestore.components.cluster.Cidr;
import com.onlinestore.components.settings.Problem;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GkeRangesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nodes: 10.20.0.1/20|nodes: 10.20.0.1/20 must begin at 10.20.0.0/20.",
        "controlPlane: 172.16.0.0/24|controlPlane: 172.16.0.0/24 must be a /28.",
        "controlPlane: 172.16.0.0/29|controlPlane: 172.16.0.0/29 must be a /28.",
        "services: 10.28.0.0/28|services: 10.28.0.0/28 must be from /16 to /27.",
        "services: 11.0.0.0/20|services: 11.0.0.0/20 is not private; take a part of 10.0.0.0/8,"
            + " 172.16.0.0/12, 192.168.0.0/16 or 100.64.0.0/10.",
        "controlPlane: 172.17.0.0/28|controlPlane: 172.17.0.0/28 overlaps 172.17.0.0/16, which"
            + " GKE's nodes keep for themselves.",
        "pods: 10.20.0.0/16|pods: 10.20.0.0/16 overlaps nodes (10.20.0.0/20); each needs addresses"
            + " of its own.",
        "controlPlane: 10.28.0.0/28|controlPlane: 10.28.0.0/28 overlaps services (10.28.0.0/20);"
            + " each needs addresses of its own.",
        "nodes: 10.20.0.0/28|nodes: 10.20.0.0/28 has room for 12 nodes, the node pools can have 13"
            + " while they are upgraded; widen it or lower max.",
        "pods: 10.24.0.0/21|pods: 10.24.0.0/21 has room for 8 nodes, the node pools can have 13"
            + " while they are upgraded; widen it or lower max."
      })
  void saysWhatIsWrong(String yaml, String message) {
    assertThat(Yaml.read(NetworkSettings.class, yaml).problems(13))
        .extracting(Problem::toString)
        .containsExactly(message);
  }

  @Property
  void rangesSideBySideAreAcceptedWhereTheyHoldTheNodes(
      @ForAll @IntRange(min = 16, max = 29) int nodes,
      @ForAll @IntRange(min = 11, max = 24) int pods,
      @ForAll @IntRange(min = 1, max = 2000) int count) {
    NetworkSettings settings =
        NetworkSettingsBuilder.builder()
            .nodes(new Cidr(Cidr.parse("10.0.0.0/8").first(), nodes).toString())
            .pods(new Cidr(Cidr.parse("10.64.0.0/10").first(), pods).toString())
            .services("10.192.0.0/20")
            .build();
    boolean fits = (1 << 32 - nodes) - 4 >= count && (1 << 24 - pods) >= count;

    assertThat(settings.problems(count).isEmpty()).isEqualTo(fits);
  }

  @Property
  void anyTwoRangesThatMeetAreTold(
      @ForAll @IntRange(min = 0, max = 63) int first,
      @ForAll @IntRange(min = 0, max = 63) int second,
      @ForAll @IntRange(min = 16, max = 22) int one,
      @ForAll @IntRange(min = 16, max = 22) int other) {
    Cidr network = Cidr.parse("10.0.0.0/16");
    Cidr nodes = network.part(one, first % (1 << one - 16));
    Cidr services = network.part(other, second % (1 << other - 16));
    List<Problem> problems =
        NetworkSettingsBuilder.builder()
            .nodes(nodes.toString())
            .services(services.toString())
            .build()
            .problems(1);

    assertThat(problems.isEmpty()).isEqualTo(!nodes.overlaps(services));
  }
}
