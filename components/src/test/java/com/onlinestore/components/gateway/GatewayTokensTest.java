package com.onlinestore.components.gateway;

import static com.onlinestore.components.Yaml.assertYaml;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GatewayTokensTest {

  /** Istio's default is the query, too. */
  @Test
  void aTokenStandsInTheHeaderAloneAndReachesTheService() {
    TokenSettings token =
        new TokenSettings(
            "https://id.example.com/",
            "https://id.example.com/keys",
            List.of("store"),
            Map.of("x-user-id", "sub"));

    assertYaml(
        GatewayTokens.of("store-gateway", List.of(token)),
        "",
        """
        selector: {matchLabels: {istio: store-gateway}}
        jwtRules:
          - issuer: https://id.example.com/
            jwksUri: https://id.example.com/keys
            audiences: [store]
            fromHeaders: [{name: Authorization, prefix: "Bearer "}]
            forwardOriginalToken: true
            outputClaimToHeaders: [{header: x-user-id, claim: sub}]
        """);
  }
}
