package com.onlinestore.components.gateway;

import static com.onlinestore.components.Yaml.assertYaml;
import static com.onlinestore.components.gateway.Gateways.route;

import java.util.List;
import org.junit.jupiter.api.Test;

class GatewayListenersTest {

  @Test
  void withACertificateHttpIsRedirectedToHttps() {
    assertYaml(
        GatewayListeners.of("store-gateway", Gateways.encrypted(route("/", "orders")), List.of()),
        "",
        """
        selector: {istio: store-gateway}
        servers:
          - port: {number: 80, name: http, protocol: HTTP}
            hosts: [store.example.com]
            tls: {httpsRedirect: true}
          - port: {number: 443, name: https, protocol: HTTPS}
            hosts: [store.example.com]
            tls: {mode: SIMPLE, credentialName: store-tls, minProtocolVersion: TLSV1_2}
        """);
  }

  @Test
  void plainHttpIsServedWhereTheStackSaysSo() {
    assertYaml(
        GatewayListeners.of("store-gateway", Gateways.plain(route("/", "orders")), List.of()),
        "",
        """
        selector: {istio: store-gateway}
        servers:
          - port: {number: 80, name: http, protocol: HTTP}
            hosts: [store.example.com]
        """);
  }
}
