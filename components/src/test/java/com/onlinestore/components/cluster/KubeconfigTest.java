package com.onlinestore.components.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KubeconfigTest {

  @Test
  void namesAProgramThatHandsOutATokenAndHoldsNone() {
    Kubeconfig plain =
        new Kubeconfig("shop", "https://shop", "Q0E=", null, "aws", List.of("eks"), Map.of());

    assertThat(plain.json())
        .isEqualTo(
            "{\"apiVersion\":\"v1\","
                + "\"clusters\":[{\"cluster\":{\"certificate-authority-data\":\"Q0E=\","
                + "\"server\":\"https://shop\"},\"name\":\"shop\"}],"
                + "\"contexts\":[{\"context\":{\"cluster\":\"shop\",\"user\":\"shop\"},"
                + "\"name\":\"shop\"}],"
                + "\"current-context\":\"shop\",\"kind\":\"Config\","
                + "\"users\":[{\"name\":\"shop\",\"user\":{\"exec\":{"
                + "\"apiVersion\":\"client.authentication.k8s.io/v1beta1\",\"args\":[\"eks\"],"
                + "\"command\":\"aws\",\"interactiveMode\":\"IfAvailable\","
                + "\"provideClusterInfo\":true}}}]}");
  }

  @Test
  void takesAProxyAndAnEnvironmentInOrder() {
    Kubeconfig full =
        new Kubeconfig(
            "shop",
            "https://shop",
            "Q0E=",
            "http://localhost:8888",
            "aws",
            List.of("--region", "eu-west-1"),
            Map.of("B", "2", "A", "1"));

    assertThat(full.json())
        .contains(
            "{\"certificate-authority-data\":\"Q0E=\",\"proxy-url\":\"http://localhost:8888\","
                + "\"server\":\"https://shop\"}")
        .contains("\"args\":[\"--region\",\"eu-west-1\"]")
        .contains(
            "\"env\":[{\"name\":\"A\",\"value\":\"1\"},{\"name\":\"B\",\"value\":\"2\"}],"
                + "\"interactiveMode\"");
  }
}
