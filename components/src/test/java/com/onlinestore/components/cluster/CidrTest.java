package com.onlinestore.components.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {

  private static final long LAST = (1L << 32) - 1;

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0/0,0,0",
    "10.20.0.0/16,169082880,16",
    "172.20.0.0/16,2886991872,16",
    "255.255.255.255/32,4294967295,32"
  })
  void isReadAsItsFirstAddressAndItsPrefix(String text, long first, int prefix) {
    assertThat(Cidr.parse(text)).isEqualTo(new Cidr(first, prefix));
  }

  @Property
  void whatIsWrittenIsReadAgain(
      @ForAll @LongRange(max = LAST) long address, @ForAll @IntRange(max = 32) int prefix) {
    Cidr range = new Cidr(address - address % (1L << 32 - prefix), prefix);

    assertThat(range.toString()).matches(Cidr.PATTERN);
    assertThat(Cidr.parse(range.toString())).isEqualTo(range);
  }

  @Property
  void bitsBehindThePrefixAreRefusedWithTheRangeThatWasMeant(
      @ForAll @LongRange(max = LAST) long address,
      @ForAll @IntRange(min = 1, max = 31) int prefix,
      @ForAll @LongRange(min = 1, max = Integer.MAX_VALUE) long behind) {
    Cidr meant = new Cidr(address - address % (1L << 32 - prefix), prefix);
    long misaligned = meant.first() + 1 + behind % (meant.size() - 1);
    String text = new Cidr(misaligned, 32).toString().replace("/32", "/" + prefix);

    assertThatThrownBy(() -> Cidr.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("%s must begin at %s.", text, meant);
  }

  @Test
  void quotesARangeThatDoesNotBeginWhereItsPrefixSays() {
    assertThatThrownBy(() -> Cidr.parse("10.20.0.1/16"))
        .hasMessage("10.20.0.1/16 must begin at 10.20.0.0/16.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10.20.0.0",
        "10.20.0.0/33",
        "10.20.0/16",
        "10.20.0.256/32",
        "10.020.0.0/16",
        "fd00::/8",
        " 10.20.0.0/16"
      })
  void refusesTextThatIsNoRange(String text) {
    assertThatThrownBy(() -> Cidr.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"%s\" must be an address range, such as 10.20.0.0/16.", text);
  }

  @Test
  void refusesNothing() {
    assertThatThrownBy(() -> Cidr.parse(null))
        .hasMessage("\"null\" must be an address range, such as 10.20.0.0/16.");
  }

  @ParameterizedTest
  @CsvSource({"-1,32", "4294967296,32", "0,-1", "0,33"})
  void refusesNumbersThatAreNoRange(long first, int prefix) {
    assertThatThrownBy(() -> new Cidr(first, prefix))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("%d/%d is no range of IPv4.", first, prefix);
  }

  @Property
  void overlapsAndContainsAreThoseOfTheSetsOfAddresses(
      @ForAll @IntRange(min = 26, max = 32) int one,
      @ForAll @IntRange(max = 63) int first,
      @ForAll @IntRange(min = 26, max = 32) int other,
      @ForAll @IntRange(max = 63) int second) {
    Cidr network = Cidr.parse("10.0.0.0/26");
    Cidr left = network.part(one, first % (1 << one - 26));
    Cidr right = network.part(other, second % (1 << other - 26));
    Set<Long> common = addresses(left);
    common.retainAll(addresses(right));

    assertThat(left.overlaps(right)).isEqualTo(!common.isEmpty());
    assertThat(left.contains(right)).isEqualTo(addresses(left).containsAll(addresses(right)));
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8,true",
    "10.0.0.0/32,true",
    "10.255.255.255/32,true",
    "172.16.0.0/12,true",
    "172.31.255.255/32,true",
    "192.168.0.0/16,true",
    "192.168.255.255/32,true",
    "8.0.0.0/6,false",
    "9.255.255.255/32,false",
    "10.0.0.0/7,false",
    "11.0.0.0/32,false",
    "172.15.255.255/32,false",
    "172.0.0.0/11,false",
    "172.32.0.0/16,false",
    "192.167.255.255/32,false",
    "192.168.0.0/15,false",
    "192.169.0.0/16,false",
    "100.64.0.0/10,false",
    "203.0.113.0/24,false"
  })
  void knowsWhatNoNetworkOnTheInternetHas(String range, boolean expected) {
    assertThat(Cidr.parse(range).isPrivate()).isEqualTo(expected);
  }

  @Test
  void neighboursDoNotOverlap() {
    assertThat(Cidr.parse("10.0.0.0/17").overlaps(Cidr.parse("10.0.128.0/17"))).isFalse();
    assertThat(Cidr.parse("10.0.128.0/17").overlaps(Cidr.parse("10.0.0.0/17"))).isFalse();
  }

  @Property
  void partsTileTheRange(
      @ForAll @LongRange(max = LAST) long address,
      @ForAll @IntRange(max = 32) int prefix,
      @ForAll @IntRange(max = 6) int more) {
    Cidr whole = new Cidr(address - address % (1L << 32 - prefix), prefix);
    int longer = Math.min(32, prefix + more);
    int count = 1 << longer - prefix;
    long next = whole.first();
    for (int index = 0; index < count; index++) {
      Cidr part = whole.part(longer, index);

      assertThat(part.first()).isEqualTo(next);
      assertThat(part.prefix()).isEqualTo(longer);
      assertThat(whole.contains(part)).isTrue();
      next += part.size();
    }
    assertThat(next).isEqualTo(whole.first() + whole.size());
  }

  @Test
  void refusesAPartBehindItsEnd() {
    assertThat(Cidr.parse("10.0.0.0/30").part(32, 3)).hasToString("10.0.0.3/32");
    assertThatThrownBy(() -> Cidr.parse("10.0.0.0/30").part(32, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("10.0.0.0/30 has no range 4 of prefix 32.");
    assertThatThrownBy(() -> Cidr.parse("10.0.0.0/16").part(8, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("10.0.0.0/16 has no range 0 of prefix 8.");
  }

  private static Set<Long> addresses(Cidr range) {
    return LongStream.range(range.first(), range.first() + range.size())
        .boxed()
        .collect(Collectors.toCollection(HashSet::new));
  }
}
