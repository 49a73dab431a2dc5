package com.onlinestore.components.mesh.istio;

import java.util.List;
import java.util.Map;

/** Which ports and hosts a gateway's proxies listen on. */
public record Gateway(Map<String, String> selector, List<Server> servers) implements IstioSpec {

  /** One listener. */
  public record Server(Port port, List<String> hosts, Tls tls) {}

  /** A port of the gateway's Service. */
  public record Port(int number, String name, String protocol) {}

  /**
   * How the listener speaks TLS.
   *
   * @param httpsRedirect answers plain HTTP with a redirect
   * @param mode {@code SIMPLE} for a server certificate
   * @param credentialName a TLS Secret in the gateway's namespace
   * @param minProtocolVersion the oldest version accepted
   */
  public record Tls(
      Boolean httpsRedirect, String mode, String credentialName, String minProtocolVersion) {}

  @Override
  public String apiVersion() {
    return ApiVersions.NETWORKING;
  }
}
