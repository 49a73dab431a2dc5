package com.onlinestore.components;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeshRulesTest {

  private static final Endpoint A = Endpoint.pod("shop", Map.of("app", "a"));
  private static final Endpoint STRANGER = Endpoint.pod("other", Map.of("app", "a"));

  @Test
  void aWorkloadWithoutAPolicyIsOpen() {
    assertThat(rules().allow("x", A, 80, "GET", "/")).isTrue();
    assertThat(rules("{}").allow("x", STRANGER, 80, "GET", "/")).isTrue();
    assertThat(rules("selector: {matchLabels: {app: b}}").allow("x", A, 80, "GET", "/")).isTrue();
  }

  @Test
  void aPolicyWithoutRulesAllowsNothingAndOneWithAnEmptyRuleEverything() {
    assertThat(rules("{}").allow("x", A, 80, "GET", "/")).isFalse();
    assertThat(rules("rules: [{}]").allow("x", A, 80, "GET", "/")).isTrue();
    assertThat(rules("{}", "rules: [{}]").allow("x", A, 80, "GET", "/")).isTrue();
  }

  @Test
  void everyPartOfARuleMustMatch() {
    MeshRules rules =
        rules(
            """
            action: ALLOW
            rules:
              - from: [{source: {principals: [x, y]}}]
                to: [{operation: {ports: ["80"], methods: [GET], paths: [/, /a*]}}]
            """);

    assertThat(rules.allow("y", A, 80, "GET", "/")).isTrue();
    assertThat(rules.allow("z", A, 80, "GET", "/")).isFalse();
    assertThat(rules.allow("x", A, 81, "GET", "/")).isFalse();
    assertThat(rules.allow("x", A, 80, "POST", "/")).isFalse();
    assertThat(rules.allow("x", A, 80, "GET", "/ab")).isTrue();
    assertThat(rules.allow("x", A, 80, "GET", "/b")).isFalse();
  }

  @Test
  void aPolicyWithATargetHoldsAtTheWaypointAndNoOtherDoes() {
    MeshRules rules =
        rules(
            "rules: [{from: [{source: {principals: [x]}}]}]",
            """
            targetRefs: [{kind: Service, name: a}]
            rules: [{from: [{source: {principals: [y]}}], to: [{operation: {methods: [GET]}}]}]
            """,
            "targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: way}]");

    assertThat(rules.allow("x", A, 80, "GET", "/")).isTrue();
    assertThat(rules.allow("y", A, 80, "GET", "/")).isFalse();
    assertThat(rules.allowAtWaypoint("x", "shop", "way", "a", 80, "GET", "/")).isFalse();
    assertThat(rules.allowAtWaypoint("y", "shop", "way", "a", 80, "GET", "/")).isTrue();
    assertThat(rules.allowAtWaypoint("y", "shop", "way", "a", 80, "PUT", "/")).isFalse();
    assertThat(rules.allowAtWaypoint("y", "shop", "way", "b", 80, "GET", "/")).isFalse();
    assertThat(rules.allowAtWaypoint("y", "shop", "other", "b", 80, "GET", "/")).isTrue();
  }

  @Test
  void theProxyOfANodeSeesNoRequests() {
    MeshRules rules = rules("rules: [{to: [{operation: {ports: ['80']}}]}]");
    MeshRules blind = rules("rules: [{to: [{operation: {methods: [GET], paths: [/]}}]}]");

    assertThat(rules.allowConnection("x", A, 80)).isTrue();
    assertThat(rules.allowConnection("x", A, 81)).isFalse();
    assertThat(blind.allowConnection("x", A, 80)).isFalse();
  }

  @Test
  void aNamespaceIsAllOfItsIdentities() {
    MeshRules rules = rules("rules: [{from: [{source: {namespaces: [m]}}]}]");

    assertThat(rules.allowConnection("cluster.local/ns/m/sa/any", A, 80)).isTrue();
    assertThat(rules.allowConnection("cluster.local/ns/shop/sa/m", A, 80)).isFalse();
  }

  @Test
  void whatIsNotUnderstoodIsRefused() {
    assertThatThrownBy(() -> rules("action: DENY").allow("x", A, 80, "GET", "/"))
        .hasMessage("Not understood: {action=DENY}");
    assertThatThrownBy(() -> rules("rules: [{when: []}]").allow("x", A, 80, "GET", "/"))
        .hasMessage("Not understood: {when=[]}");
  }

  private static MeshRules rules(String... specs) {
    return new MeshRules(
        List.of(specs).stream()
            .map(
                spec ->
                    Map.of(
                        "kind", "AuthorizationPolicy",
                        "metadata", Map.of("namespace", "shop"),
                        "spec", Yaml.read(Map.class, spec)))
            .toList());
  }
}
