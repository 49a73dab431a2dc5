package com.onlinestore.plan;

import static com.onlinestore.plan.Plans.resource;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlaintextTableTest {

  @Test
  void saysWhichPortsTakePlaintextAndWhy() {
    assertThat(
            lines(
                """
                {"metadata": {"namespace": "shop", "name": "billing",
                              "annotations": {"online-store/plaintext-9898": "no sidecar yet"}},
                 "spec": {"selector": {"matchLabels": {"app": "billing"}},
                          "mtls": {"mode": "STRICT"},
                          "portLevelMtls": {"9898": {"mode": "PERMISSIVE"},
                                            "9090": {"mode": "DISABLE"},
                                            "80": {"mode": "STRICT"}}}}
                """))
        .containsExactly(
            "  pods          port  mutual TLS  reason",
            "  shop/billing  9898  PERMISSIVE  no sidecar yet",
            "  shop/billing  9090  DISABLE");
  }

  @Test
  void namesAWholeNamespaceThatIsOpen() {
    assertThat(
            lines(
                """
                {"metadata": {"namespace": "shop", "name": "default"},
                 "spec": {"mtls": {"mode": "PERMISSIVE"}}}
                """))
        .containsExactly("  pods    port  mutual TLS  reason", "  shop/*  any   PERMISSIVE");
  }

  @Test
  void saysNothingWhereMutualTlsIsStrict() {
    assertThat(
            lines(
                """
                {"metadata": {"namespace": "shop", "name": "default"},
                 "spec": {"mtls": {"mode": "STRICT"}}}
                """))
        .isEmpty();
  }

  private static List<String> lines(String policy) {
    String header = "{\"apiVersion\": \"security.istio.io/v1\", \"kind\": \"PeerAuthentication\", ";
    return PlaintextTable.lines(
        PlaintextTable.of(
            Manifest.of(
                Plans.of(
                    resource(
                        "kubernetes:security.istio.io/v1:PeerAuthentication",
                        "x",
                        header + policy.strip().substring(1))))));
  }
}
