package com.onlinestore.plan;

import static com.onlinestore.plan.Plans.resource;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AlertTableTest {

  @Test
  void saysWhatIsPromisedAndWhoIsToldWhenItIsAtRisk() {
    assertThat(
            lines(
                """
                {"metadata": {"namespace": "shop", "name": "orders",
                              "annotations": {"online-store/objectives": "99.9 % good"}},
                 "spec": {"groups": [
                   {"rules": [
                     {"record": "slo:bad:rate5m"},
                     {"alert": "Fast", "labels": {"severity": "critical", "team": "checkout"}},
                     {"alert": "Fast", "labels": {"severity": "critical", "team": "checkout"}}]},
                   {"rules": [{"alert": "Slowly", "labels": {"severity": "warning"}}]}]}}
                """))
        .containsExactly(
            "  of           objectives   alert   severity  team",
            "  shop/orders  99.9 % good  Fast    critical  checkout",
            "                            Slowly  warning");
  }

  @Test
  void saysNothingOfRulesThatTellNobody() {
    assertThat(
            lines(
                """
                {"metadata": {"namespace": "shop", "name": "orders"},
                 "spec": {"groups": [{"rules": [{"record": "a"}]}]}}
                """))
        .isEmpty();
  }

  private static List<String> lines(String rules) {
    String header = "{\"apiVersion\": \"monitoring.coreos.com/v1\", \"kind\": \"PrometheusRule\", ";
    return AlertTable.lines(
        Manifest.of(
            Plans.of(
                resource(
                    "kubernetes:monitoring.coreos.com/v1:PrometheusRule",
                    "x",
                    header + rules.strip().substring(1)))));
  }
}
