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
   * The name of the proxies' Deployment, Service and service account. istiod adds the class of its
   * Gateways, so that both kinds stand side by side while a stack changes from one to the other.
   */
  public String workload(String gateway) {
    return gateway + suffix;
  }
}
