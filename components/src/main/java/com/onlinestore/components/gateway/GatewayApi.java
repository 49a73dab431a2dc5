package com.onlinestore.components.gateway;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The kinds that say what the gateway is and where its requests go. */
public enum GatewayApi {
  /** Istio's Gateway and VirtualServices, with proxies of Istio's chart. */
  @JsonProperty("istio")
  ISTIO(""),
  /** Kubernetes' Gateway and HTTPRoutes, with proxies that istiod makes by itself. */
  @JsonProperty("gateway-api")
  GATEWAY_API("-istio");

  private final String suffix;

  GatewayApi(String suffix) {
    this.suffix = suffix;
  }

  /**
   * A name that both kinds of gateway use, made different, as istiod does by itself for Deployment,
   * Service and service account: both stand side by side, each with its policies, while a stack
   * changes from one to the other.
   */
  public String suffixed(String name) {
    return name + suffix;
  }
}
