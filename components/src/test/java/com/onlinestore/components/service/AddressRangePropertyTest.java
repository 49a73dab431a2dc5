package com.onlinestore.components.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** The pattern of an IPv6 range against the rule in words: RFC 4291, section 2.2. */
class AddressRangePropertyTest {

  private static final int GROUPS = 8;

  @Property(tries = 5000)
  void anAddressHasEightGroupsOrFewerAndOneDoubleColon(@ForAll("addresses") String address) {
    assertThat((address + "/112").matches(ExternalHost.CIDR))
        .as(address)
        .isEqualTo(isAddress(address));
  }

  /** Groups and colons in any order, near the right count; most are no address. */
  @Provide
  Arbitrary<String> addresses() {
    Arbitrary<String> group = Arbitraries.of("0", "1", "f00d", "db8");
    Arbitrary<String> colon =
        Arbitraries.frequency(Tuple.of(12, ":"), Tuple.of(2, "::"), Tuple.of(1, ":::"));
    Arbitrary<String> end = Arbitraries.of("", "", ":", "::");
    return Arbitraries.integers()
        .between(0, GROUPS + 2)
        .flatMap(
            count ->
                Combinators.combine(
                        group.list().ofSize(count), colon.list().ofSize(count), end, end)
                    .as((groups, colons, first, last) -> first + joined(groups, colons) + last));
  }

  private static String joined(List<String> groups, List<String> colons) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < groups.size(); i++) {
      text.append(i == 0 ? "" : colons.get(i)).append(groups.get(i));
    }
    return text.toString();
  }

  private static boolean isAddress(String address) {
    String[] halves = address.split("::", -1);
    int groups = 0;
    for (String half : halves) {
      if (!half.isEmpty()) {
        for (String group : half.split(":", -1)) {
          if (group.isEmpty()) {
            return false;
          }
          groups++;
        }
      }
    }
    return halves.length == 1 ? groups == GROUPS : halves.length == 2 && groups < GROUPS;
  }
}
