package com.onlinestore.components.gateway;

import java.util.List;
import java.util.Map;

/**
 * What somebody sends to a gateway.
 *
 * @param host with or without a port
 * @param path with or without a query
 * @param headers by lower-case name
 * @param claims of a valid token; empty where none is sent
 * @param loggedIn whether the authorizer would say so
 */
record Request(
    String host,
    String method,
    String path,
    Map<String, String> headers,
    Map<String, List<String>> claims,
    boolean loggedIn) {

  Request with(Map<String, String> otherHeaders, Map<String, List<String>> otherClaims) {
    return new Request(host, method, path, otherHeaders, otherClaims, loggedIn);
  }

  boolean isPreflight() {
    return method.equals("OPTIONS")
        && !headers.getOrDefault("origin", "").isEmpty()
        && !headers.getOrDefault("access-control-request-method", "").isEmpty();
  }

  String hostWithoutPort() {
    return host.replaceFirst(":[0-9]+$", "");
  }

  String pathWithoutQuery() {
    return path.replaceFirst("\\?.*$", "");
  }
}
