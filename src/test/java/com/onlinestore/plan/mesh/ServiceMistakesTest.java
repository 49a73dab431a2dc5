package com.onlinestore.plan.mesh;

import static com.onlinestore.plan.mesh.Inventories.mistakes;
import static com.onlinestore.plan.mesh.Inventories.storeBut;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceMistakesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name: http",
        "name: http2-web",
        "name: grpc-web",
        "name: tcp",
        "name: mongo-main",
        "protocol: UDP",
        "appProtocol: kubernetes.io/h2c",
        "name: any, appProtocol: https"
      })
  void aPortSaysItsProtocolByNameOrByItself(String said) {
    assertThat(mistakes(storeBut("appProtocol: http", said))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"protocol: TCP", "name: web", "name: httpx", "name: web-http"})
  void aPortThatDoesNotIsGuessed(String said) {
    assertThat(mistakes(storeBut("appProtocol: http", said)))
        .containsExactly(
            "Service store/orders spec.ports[0]: port 80 has no protocol, so the mesh guesses it:"
                + " set appProtocol, or begin its name with one, as in http-admin.");
  }

  @Test
  void aDestinationRuleIsAboutAHostThatIsThere() {
    assertThat(mistakes(storeBut("\n  host: orders.store.svc", "\n  host: orders.shop.svc")))
        .containsExactly(
            "DestinationRule store/orders spec.host: \"orders.shop.svc.cluster.local\" is neither a"
                + " Service nor the host of a ServiceEntry: correct it, or declare it. Did you mean"
                + " \"orders.store.svc.cluster.local\"?");
  }

  @Test
  void aSubsetHasPods() {
    assertThat(mistakes(storeBut("labels: {version: v1}}]", "labels: {version: v2}}]")))
        .containsExactly(
            "DestinationRule store/orders spec.subsets[0].labels: no pods of Service store/orders"
                + " carry {version=v2}: correct the labels, or deploy pods that do.");
  }
}
