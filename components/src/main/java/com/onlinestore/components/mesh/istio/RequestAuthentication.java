package com.onlinestore.components.mesh.istio;

import java.util.List;

/**
 * Whose end-user tokens a workload believes. A token that is sent must be valid; that one is sent
 * at all is a matter of an {@link AuthorizationPolicy}.
 */
public record RequestAuthentication(WorkloadSelector selector, List<JwtRule> jwtRules)
    implements IstioSpec {

  /**
   * One issuer.
   *
   * @param jwksUri where its keys are; istiod fetches them, not the proxy
   * @param audiences a token must be for one of them
   * @param fromHeaders where a token may stand; none means the default, which is also the query
   * @param forwardOriginalToken whether the workload gets the token, too
   * @param outputClaimToHeaders claims that the workload gets as headers
   */
  public record JwtRule(
      String issuer,
      String jwksUri,
      List<String> audiences,
      List<HeaderLocation> fromHeaders,
      Boolean forwardOriginalToken,
      List<ClaimToHeader> outputClaimToHeaders) {}

  /** A header, and what precedes the token in it. */
  public record HeaderLocation(String name, String prefix) {}

  /** A header that is made of a claim. */
  public record ClaimToHeader(String header, String claim) {}

  @Override
  public String apiVersion() {
    return ApiVersions.SECURITY;
  }
}
