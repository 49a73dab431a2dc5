package com.onlinestore.components.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SubnetPlanTest {

  @Test
  void cutsTheDefaultNetwork() {
    SubnetPlan plan = SubnetPlan.of(Cidr.parse("10.20.0.0/16"));

    assertThat(plan.privateSubnets())
        .extracting(Cidr::toString)
        .containsExactly("10.20.0.0/18", "10.20.64.0/18", "10.20.128.0/18");
    assertThat(plan.publicSubnets())
        .extracting(Cidr::toString)
        .containsExactly("10.20.192.0/20", "10.20.208.0/20", "10.20.224.0/20");
  }

  @Property
  void sixSubnetsLieSideBySideInTheNetworkWithRoomForPods(
      @ForAll @IntRange(min = 16, max = 20) int prefix, @ForAll @IntRange(max = 4095) int index) {
    Cidr network = Cidr.parse("10.0.0.0/8").part(prefix, index % (1 << prefix - 8));
    SubnetPlan plan = SubnetPlan.of(network);
    List<Cidr> all = new ArrayList<>(plan.privateSubnets());
    all.addAll(plan.publicSubnets());

    assertThat(all).hasSize(6).allMatch(network::contains);
    for (int one = 0; one < all.size(); one++) {
      for (int other = 0; other < one; other++) {
        assertThat(all.get(one).overlaps(all.get(other))).isFalse();
      }
    }
    assertThat(plan.privateSubnets())
        .hasSize(3)
        .allMatch(subnet -> subnet.size() == network.size() / 4)
        .allMatch(subnet -> subnet.size() >= 1000);
    assertThat(plan.publicSubnets())
        .hasSize(3)
        .allMatch(subnet -> subnet.size() == network.size() / 16);
  }

  @Property
  void otherSizesAreRefused(@ForAll @IntRange(max = 32) int prefix) {
    Cidr network = new Cidr(0, prefix);

    assertThat(SubnetPlan.fits(network)).isEqualTo(prefix >= 16 && prefix <= 20);
    if (prefix < 16 || prefix > 20) {
      assertThatThrownBy(() -> SubnetPlan.of(network))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("0.0.0.0/%d must be from /16 to /20.", prefix);
    }
  }
}
