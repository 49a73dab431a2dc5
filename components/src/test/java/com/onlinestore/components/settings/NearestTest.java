package com.onlinestore.components.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

  private static final List<String> SERVICES = List.of("products", "orders", "payments", "users");

  @ParameterizedTest
  @CsvSource({
    "paymnts,  payments",
    "pyaments, payments",
    "Orders,   orders",
    "user,     users",
    "order,    orders",
    "prodcuts, products"
  })
  void findsWhatASlipOfTheFingerMeant(String slip, String meant) {
    assertThat(Nearest.nearest(slip, SERVICES)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"cart", "orderservice", "sresu", "x"})
  void suggestsNothingWhereNothingIsNear(String word) {
    assertThat(Nearest.nearest(word, SERVICES)).isEmpty();
    assertThat(Nearest.didYouMean(word, SERVICES)).isEmpty();
  }

  @Test
  void asksInWordsThatFollowASentence() {
    assertThat(Nearest.didYouMean("paymnts", SERVICES)).isEqualTo(" Did you mean \"payments\"?");
  }

  @Test
  void takesTheFirstByNameOfTwoEquallyNear() {
    assertThat(Nearest.nearest("cart", List.of("card", "carb"))).contains("carb");
  }

  @Test
  void suggestsNothingWithoutCandidates() {
    assertThat(Nearest.nearest("orders", List.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "orders, orders, 0",
    "'',     abc,    3",
    "abc,    '',     3",
    "abc,    abd,    1",
    "abc,    ab,     1",
    "abc,    acb,    1",
    "kitten, sitting, 3",
    "ab,     ba,     1"
  })
  void countsASwapOfNeighboursAsOneEdit(String from, String to, int edits) {
    assertThat(Nearest.edits(from, to)).isEqualTo(edits);
  }
}
