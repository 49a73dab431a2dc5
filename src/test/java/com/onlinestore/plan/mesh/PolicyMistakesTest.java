package com.onlinestore.plan.mesh;

import static com.onlinestore.plan.mesh.Inventories.mistakes;
import static com.onlinestore.plan.mesh.Inventories.storeBut;
import static com.onlinestore.plan.mesh.Inventories.storeWith;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyMistakesTest {

  @ParameterizedTest
  @ValueSource(strings = {"AuthorizationPolicy", "PeerAuthentication", "RequestAuthentication"})
  void aPolicyMustHoldForSomePods(String kind) {
    String spec = "selector: {matchLabels: {app: orders}}";
    assertThat(mistakes(storeWith(policy("security.istio.io/v1", kind, "store", spec))))
        .containsExactly(
            kind
                + " store/mine spec.selector.matchLabels: no pods of store carry {app=orders}, so"
                + " it holds for nothing: correct the labels.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Sidecar", "EnvoyFilter"})
  void settingsOfProxiesMustHoldForSomePods(String kind) {
    String spec = "workloadSelector: {labels: {app.kubernetes.io/name: orders}}";
    assertThat(mistakes(storeWith(policy("networking.istio.io/v1", kind, "store", spec))))
        .isEmpty();
    assertThat(mistakes(storeWith(policy("networking.istio.io/v1", kind, "edge", spec))))
        .containsExactly(
            kind
                + " edge/mine spec.workloadSelector.labels: no pods of edge carry"
                + " {app.kubernetes.io/name=orders}, so it holds for nothing: correct the labels.");
  }

  @Test
  void aPolicyOfTheRootNamespaceSelectsPodsEverywhere() {
    String spec = "selector: {matchLabels: {version: v1}}";
    assertThat(
            mistakes(
                storeWith(
                    policy("security.istio.io/v1", "AuthorizationPolicy", "istio-system", spec))))
        .isEmpty();
  }

  @Test
  void aPolicyWithoutASelectorHoldsForItsNamespace() {
    assertThat(
            mistakes(
                storeWith(
                    policy(
                        "security.istio.io/v1",
                        "PeerAuthentication",
                        "store",
                        "mtls: {mode: STRICT}"))))
        .isEmpty();
  }

  @Test
  void nothingIsSaidOfThePodsOfAHelmRelease() {
    MeshRelease jaeger = new MeshRelease("jaeger", "tracing", "jaeger", Inventories.json("{}"));
    String spec = "selector: {matchLabels: {app: jaeger}}";
    assertThat(
            mistakes(
                storeWith(
                    jaeger, policy("security.istio.io/v1", "PeerAuthentication", "tracing", spec))))
        .isEmpty();
  }

  @Test
  void whatAPolicyRefersToMustBeThere() {
    assertThat(
            mistakes(
                storeWith(
                    policy(
                        "security.istio.io/v1",
                        "AuthorizationPolicy",
                        "store",
                        "targetRefs: [{kind: Service, group: \"\", name: orders}, {kind: Service,"
                            + " group: \"\", name: order}]"))))
        .containsExactly(
            "AuthorizationPolicy store/mine spec.targetRefs[1]: Service order is not in store, so"
                + " it holds for nothing: correct the name.");
  }

  @Test
  void aPortThatCarriesBytesKnowsNoMethodsAndPaths() {
    String rule =
        "rules: [{to: [{operation: {ports: [\"8080\"], methods: [GET], notPaths: [/admin]}}]}]";
    assertThat(
            mistakes(
                storeBut(
                    "appProtocol: http",
                    "appProtocol: tcp",
                    policy("security.istio.io/v1", "AuthorizationPolicy", "store", rule))))
        .containsExactly(
            "AuthorizationPolicy store/mine spec.rules[0].to[0].operation.methods: port 8080 speaks"
                + " tcp, which has no methods: remove them, or set the port's appProtocol.",
            "AuthorizationPolicy store/mine spec.rules[0].to[0].operation.notPaths: port 8080"
                + " speaks tcp, which has no paths: remove them, or set the port's appProtocol.");
    assertThat(
            mistakes(
                storeWith(policy("security.istio.io/v1", "AuthorizationPolicy", "store", rule))))
        .isEmpty();
  }

  @Test
  void aRuleWithoutPortsIsAboutThosePortsThatSpeakHttp() {
    String rule = "rules: [{to: [{operation: {methods: [GET]}}]}]";
    String ports = "[{port: 80, targetPort: 8080, appProtocol: http}]";
    String policy = policy("security.istio.io/v1", "AuthorizationPolicy", "store", rule);
    assertThat(
            mistakes(storeBut(ports, ports.replace("]", ", {port: 81, name: tcp-admin}]"), policy)))
        .isEmpty();
    assertThat(mistakes(storeBut("appProtocol: http", "name: redis", policy)))
        .containsExactly(
            "AuthorizationPolicy store/mine spec.rules[0].to[0].operation.methods: port 8080 speaks"
                + " redis, which has no methods: remove them, or set the port's appProtocol.");
  }

  private static String policy(String apiVersion, String kind, String namespace, String spec) {
    return """
    apiVersion: %s
    kind: %s
    metadata: {name: mine, namespace: %s}
    spec: {%s}
    """
        .formatted(apiVersion, kind, namespace, spec);
  }
}
