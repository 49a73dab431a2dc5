package com.onlinestore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RehearsalTest {

  private static final String KEY = "online-store:store";

  @Test
  void findsWhatWouldNotWorkBeforeTheEngineHearsOfIt() {
    assertThat(
            refusal(
                """
                {"services": {"cart": {"image": "acme/cart:1"}},
                 "gateway": {"hosts": ["shop.example.com", "cart.example.com"], "plainHttp": true,
                   "routes": [{"host": "cart.example.com", "path": "/", "service": "cart"}]}}
                """))
        .isEqualTo(
            "The mesh would not work, so nothing was created:\n  Gateway store-gateway/store-gateway spec.servers[0].hosts[0]: no VirtualService routes"
                + " \"shop.example.com\" on this gateway, so it answers 404: add a route, or"
                + " remove the host.");
  }

  @Test
  void leavesAStackFileWithProblemsToTheRunItself() {
    assertThat(refusal("{\"services\": {\"cart\": {\"image\": \"acme/cart:latest\"}}}")).isEmpty();
  }

  private static String refusal(String store) {
    Map<String, String> config = Map.of(KEY, store);
    return Rehearsal.refusal(
        "online-store",
        "dev",
        config,
        Set.of(),
        OnlineStore.program(Set.of(KEY), Set.of()),
        LocalDate.of(2026, 11, 21));
  }
}
