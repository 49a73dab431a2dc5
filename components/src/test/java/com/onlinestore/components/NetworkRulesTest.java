package com.onlinestore.components;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The properties of the policies are worth as much as what reads the policies. */
class NetworkRulesTest {

  private static final Endpoint A = Endpoint.pod("shop", Map.of("app", "a"));
  private static final Endpoint B = Endpoint.pod("shop", Map.of("app", "b"));
  private static final Endpoint STRANGER = Endpoint.pod("other", Map.of("app", "a"));
  private static final Endpoint OUTSIDE = Endpoint.address("192.0.2.7");

  @Test
  void aPodThatNoPolicySelectsIsOpen() {
    NetworkRules rules = rules("{podSelector: {matchLabels: {app: b}}, policyTypes: [Ingress]}");

    assertThat(rules.letsIn(A, B, "TCP", 80)).isFalse();
    assertThat(rules.letsIn(B, A, "TCP", 80)).isTrue();
    assertThat(rules.letsOut(B, A, "TCP", 80)).isTrue();
    assertThat(rules.letsIn(A, STRANGER, "TCP", 80)).isTrue();
  }

  @Test
  void aPeerWithoutANamespaceIsOfThePolicysOwn() {
    NetworkRules rules =
        rules("{podSelector: {}, ingress: [{from: [{podSelector: {matchLabels: {app: a}}}]}]}");

    assertThat(rules.letsIn(A, B, "UDP", 1)).isTrue();
    assertThat(rules.letsIn(B, B, "UDP", 1)).isFalse();
    assertThat(rules.letsIn(STRANGER, B, "UDP", 1)).isFalse();
    assertThat(rules.letsIn(OUTSIDE, B, "UDP", 1)).isFalse();
  }

  @Test
  void absentPeersAndPortsMeanAll() {
    assertThat(rules("{podSelector: {}, ingress: [{}]}").letsIn(OUTSIDE, B, "TCP", 9)).isTrue();
    NetworkRules port = rules("{podSelector: {}, ingress: [{ports: [{port: 80}]}]}");
    assertThat(port.letsIn(OUTSIDE, B, "TCP", 80)).isTrue();
    assertThat(port.letsIn(OUTSIDE, B, "TCP", 81)).isFalse();
    assertThat(port.letsIn(OUTSIDE, B, "UDP", 80)).isFalse();
  }

  @Test
  void aRangeHasExceptions() {
    NetworkRules rules =
        rules(
            """
            podSelector: {}
            policyTypes: [Egress]
            egress: [{to: [{ipBlock: {cidr: 192.0.0.0/8, except: [192.0.2.0/25]}}]}]
            """);

    assertThat(rules.letsOut(A, OUTSIDE, "TCP", 443)).isFalse();
    assertThat(rules.letsOut(A, Endpoint.address("192.0.2.200"), "TCP", 443)).isTrue();
    assertThat(rules.letsOut(A, Endpoint.address("193.0.2.200"), "TCP", 443)).isFalse();
    assertThat(rules.letsOut(A, Endpoint.address("2001:db8::1"), "TCP", 443)).isFalse();
  }

  @Test
  void policiesAddUp() {
    NetworkRules rules =
        rules(
            "{podSelector: {}, ingress: []}",
            "{podSelector: {}, ingress: [{ports: [{port: 80}]}]}");

    assertThat(rules.letsIn(A, B, "TCP", 80)).isTrue();
    assertThat(rules.letsIn(A, B, "TCP", 81)).isFalse();
  }

  @Test
  void whatIsNotUnderstoodIsRefused() {
    NetworkRules rules = rules("{podSelector: {matchExpressions: []}}");

    assertThatThrownBy(() -> rules.letsIn(A, B, "TCP", 80))
        .hasMessage("Not understood: {matchExpressions=[]}");
  }

  private static NetworkRules rules(String... specs) {
    return new NetworkRules(
        List.of(specs).stream()
            .map(
                spec ->
                    Map.of(
                        "kind", "NetworkPolicy",
                        "metadata", Map.of("namespace", "shop"),
                        "spec", Yaml.read(Map.class, spec)))
            .toList());
  }
}
