package com.onlinestore.components.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.Quantity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksTest {

  @Test
  void absentCollectionsAreEmpty() {
    assertThat(Checks.copy(null)).isEmpty();
    assertThat(Checks.sorted(null)).isEmpty();
  }

  @Test
  void copiesDoNotFollowTheirOriginal() {
    List<String> list = new ArrayList<>(List.of("a"));
    Map<String, String> map = new HashMap<>(Map.of("a", "1"));
    List<String> listCopy = Checks.copy(list);
    Map<String, String> mapCopy = Checks.sorted(map);
    list.add("b");
    map.put("b", "2");

    assertThat(listCopy).containsExactly("a");
    assertThat(mapCopy).containsExactly(Map.entry("a", "1"));
    assertThatThrownBy(() -> listCopy.add("c")).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> mapCopy.put("c", "3"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void mapsAreInTheOrderOfTheirKeys() {
    assertThat(Checks.sorted(Map.of("b", 2, "c", 3, "a", 1)).keySet())
        .containsExactly("a", "b", "c");
  }

  @Test
  void refusalsNameFieldValueAndRule() {
    assertThatThrownBy(() -> Checks.required("image", null)).hasMessage("image is required.");
    assertThatThrownBy(() -> Checks.within("port", 0, 1, 65535))
        .hasMessage("port (0) must be from 1 to 65535.");
    assertThatThrownBy(() -> Checks.within("port", 65536, 1, 65535))
        .hasMessage("port (65536) must be from 1 to 65535.");
    assertThatThrownBy(() -> Checks.matching("name", "A", Checks.SERVICE_NAME))
        .hasMessage("name (\"A\") must match ^[a-z]([a-z0-9-]{0,40}[a-z0-9])?$.");
    assertThatThrownBy(() -> Checks.matching("name", null, "^a$"))
        .hasMessage("name is required and must match ^a$.");
    assertThatThrownBy(() -> Checks.optional("name", "A", "^a$"))
        .hasMessage("name (\"A\") must match ^a$.");
    assertThatThrownBy(() -> Checks.eachMatching("names", List.of("a", "A"), "^a$"))
        .hasMessage("names (\"A\") must match ^a$.");
    assertThatThrownBy(() -> Checks.within("user", 2147483648L, 1, Integer.MAX_VALUE))
        .hasMessage("user (2147483648) must be from 1 to 2147483647.");
    assertThatThrownBy(() -> Checks.positive("memory", new Quantity("0Mi")))
        .hasMessage("memory (0Mi) must be greater than 0.");
  }

  @Test
  void whatIsUnsetIsNotRefused() {
    assertThat(Checks.optional("name", null, "^a$")).isNull();
    assertThat(Checks.eachMatching("names", null, "^a$")).isEmpty();
    assertThat(Checks.eachMatching("names", List.of("a"), "^a$")).containsExactly("a");
  }

  @Test
  void boundsAreInclusive() {
    assertThat(Checks.within("port", 1, 1, 65535)).isEqualTo(1);
    assertThat(Checks.within("port", 65535, 1, 65535)).isEqualTo(65535);
  }

  @ParameterizedTest
  @CsvSource({"250m, 0.250", "1, 1", "1.5, 1.5", "128Mi, 134217728", "1Gi, 1073741824", "1k, 1000"})
  void amountsAreCoresOrBytes(String quantity, String amount) {
    assertThat(Checks.amount(new Quantity(quantity))).isEqualByComparingTo(amount);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/orders", "/api/v1/orders", "/a.b_c-d~e"})
  void acceptsAbsolutePaths(String path) {
    assertThat(Checks.matching("path", path, Checks.PATH)).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "orders", "/orders/", "/orders?a=b", "/orders#top", "/my orders"})
  void refusesOtherPaths(String path) {
    assertThat(path.matches(Checks.PATH)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"store.example.com", "*.example.com", "localhost", "a.b", "x-1.y"})
  void acceptsHosts(String host) {
    assertThat(Checks.matching("host", host, Checks.HOST)).isEqualTo(host);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "*", "a.*.com", "Store.example.com", "-a.com", "a..b", "a.com."})
  void refusesOtherHosts(String host) {
    assertThat(host.matches(Checks.HOST)).isFalse();
  }

  @Test
  void aServiceNameLeavesRoomForSuffixes() {
    assertThat("a".repeat(42).matches(Checks.SERVICE_NAME)).isTrue();
    assertThat("a".repeat(43).matches(Checks.SERVICE_NAME)).isFalse();
    assertThat("1a".matches(Checks.SERVICE_NAME)).isFalse();
    assertThat("a-".matches(Checks.SERVICE_NAME)).isFalse();
  }

  @Test
  void aDnsLabelHasAtMost63Characters() {
    assertThat("1".repeat(63).matches(Checks.DNS_LABEL)).isTrue();
    assertThat("1".repeat(64).matches(Checks.DNS_LABEL)).isFalse();
    assertThat("a_b".matches(Checks.DNS_LABEL)).isFalse();
  }
}
