package com.onlinestore.components.mesh.envoy;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Holds a request until all of it is there, and answers 413 where it is larger. The trap: nothing
 * of a request goes on before its end, so a WebSocket or a stream of gRPC never comes through, and
 * the proxy needs the memory.
 */
public record RequestBuffer(@JsonProperty("max_request_bytes") long maxRequestBytes)
    implements HttpFilter.Config {

  @Override
  public String type() {
    return "type.googleapis.com/envoy.extensions.filters.http.buffer.v3.Buffer";
  }
}
