package com.onlinestore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RehearsalTest {

  private static final String KEY = "online-store:store";

  @Test
  void findsWhatWouldNotWorkBeforeTheEngineHearsOfIt() {
    assertThat(
            mistakes(
                """
                {"services": {"cart": {"image": "acme/cart:1"}},
                 "gateway": {"hosts": ["shop.example.com", "cart.example.com"], "plainHttp": true,
                   "routes": [{"host": "cart.example.com", "path": "/", "service": "cart"}]}}
                """))
        .containsExactly(
            "Gateway store-gateway/store-gateway spec.servers[0].hosts[0]: no VirtualService routes"
                + " \"shop.example.com\" on this gateway, so it answers 404: add a route, or"
                + " remove the host.");
  }

  @Test
  void leavesAStackFileWithProblemsToTheRunItself() {
    assertThat(mistakes("{\"services\": {\"cart\": {\"image\": \"acme/cart:latest\"}}}")).isEmpty();
  }

  @Test
  void tellsAllMistakesInOneMessage() {
    assertThat(Rehearsal.message(List.of("one", "two")))
        .isEqualTo("The mesh would not work, so nothing was created:\n  one\n  two");
  }

  private static List<String> mistakes(String store) {
    Map<String, String> config = Map.of(KEY, store);
    return Rehearsal.mistakes(
        "online-store", "dev", config, Set.of(), OnlineStore.program(Set.of(KEY), Set.of()));
  }
}
