package com.onlinestore.components.kubernetes;

import static com.onlinestore.components.EgressRules.DNS;
import static com.onlinestore.components.Yaml.assertYaml;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PeersTest {

  @Test
  void aNamespaceIsFoundByTheLabelKubernetesPutsOnIt() {
    assertYaml(
        Peers.namespace("monitoring"),
        "",
        "namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: monitoring}}");
  }

  @Test
  void podsAreFoundInOneNamespaceOnly() {
    assertYaml(
        Peers.pods("store", Map.of("app", "orders")),
        "",
        """
        namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: store}}
        podSelector: {matchLabels: {app: orders}}
        """);
  }

  @Test
  void addressesMayHaveExceptions() {
    assertYaml(
        Peers.addresses("0.0.0.0/0", List.of("10.0.0.0/8")),
        "",
        "ipBlock: {cidr: 0.0.0.0/0, except: [10.0.0.0/8]}");
    assertYaml(Peers.addresses("10.1.0.0/16", List.of()), "", "ipBlock: {cidr: 10.1.0.0/16}");
  }

  @Test
  void namesAreResolvedOverUdpAndTcpByTheClusterOrByACacheOnTheNode() {
    assertYaml(Map.of("egress", List.of(Peers.dns())), "/egress", DNS);
  }

  @Test
  void noPeersInMeansEverywhere() {
    assertYaml(
        Peers.from(List.of(), List.of(Peers.tcp(80))), "", "ports: [{port: 80, protocol: TCP}]");
  }

  @Test
  void noPeersOutIsRefused() {
    assertThatThrownBy(() -> Peers.to(List.of(), List.of(Peers.tcp(80))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("An egress rule without peers would allow everything.");
  }
}
