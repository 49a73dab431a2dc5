package com.onlinestore.components.gateway;

import com.onlinestore.components.mesh.istio.RequestAuthentication;
import com.onlinestore.components.mesh.istio.RequestAuthentication.ClaimToHeader;
import com.onlinestore.components.mesh.istio.RequestAuthentication.HeaderLocation;
import com.onlinestore.components.mesh.istio.RequestAuthentication.JwtRule;
import com.onlinestore.components.mesh.istio.WorkloadSelector;
import java.util.List;

/** Whose tokens the gateway believes, where it looks for them, and what it makes of them. */
final class GatewayTokens {

  /** The header alone: Istio's default is also the query, which ends in logs and histories. */
  private static final List<HeaderLocation> BEARER =
      List.of(new HeaderLocation("Authorization", "Bearer "));

  private GatewayTokens() {}

  static RequestAuthentication of(String gateway, List<TokenSettings> tokens) {
    return new RequestAuthentication(
        new WorkloadSelector(StoreGateway.podLabels(gateway)),
        tokens.stream().map(GatewayTokens::rule).toList());
  }

  private static JwtRule rule(TokenSettings token) {
    return new JwtRule(
        token.issuer(),
        token.jwksUri(),
        token.audiences(),
        BEARER,
        true,
        token.headers().entrySet().stream()
            .map(header -> new ClaimToHeader(header.getKey(), header.getValue()))
            .toList());
  }
}
