package com.onlinestore.components.mesh;

import java.util.List;
import java.util.Map;

/**
 * A service that proxies ask whether a request may pass: 200 lets it, any other answer is the
 * client's. One that cannot be reached lets nothing pass.
 *
 * <p>It sees the cookie and the token of a request and may hand on a token. The trap: it gets the
 * request's own path, so a path that it answers with 200 itself is open.
 *
 * @param name under which policies know it, as in {@code store-login}
 * @param host its full name in the cluster
 * @param port where it serves HTTP
 */
public record ExternalAuthorizer(String name, String host, int port) {

  /** As an extension provider of Istio. */
  Map<String, Object> provider() {
    return Map.of(
        "name",
        name,
        "envoyExtAuthzHttp",
        Map.of(
            "service",
            host,
            "port",
            port,
            // Istio's own is ten minutes.
            "timeout",
            "5s",
            // Told apart from its refusals, which are 401 and 403.
            "statusOnError",
            "503",
            "includeRequestHeadersInCheck",
            List.of("accept", "authorization", "cookie"),
            "headersToUpstreamOnAllow",
            List.of("authorization"),
            "headersToDownstreamOnAllow",
            List.of("set-cookie"),
            "headersToDownstreamOnDeny",
            List.of("content-type", "set-cookie")));
  }
}
