package com.onlinestore.components.service;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/**
 * What a port of a service speaks, said on its Service so that no proxy has to guess.
 *
 * <p>The trap: to the mesh a {@code tcp} port is bytes. It is encrypted and its callers are known,
 * but there are no methods, paths, retries, timeouts or weights by request.
 */
public enum PortProtocol {
  /** HTTP/1.1. */
  @JsonProperty("http")
  HTTP,
  /** HTTP/2 without TLS, which the mesh adds. */
  @JsonProperty("http2")
  HTTP2,
  /** gRPC. */
  @JsonProperty("grpc")
  GRPC,
  /** Bytes, such as a database's own protocol. */
  @JsonProperty("tcp")
  TCP;

  /** As Kubernetes and Istio write it in {@code appProtocol}, and the name of a main port. */
  public String appProtocol() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the mesh sees requests and not only connections. */
  public boolean hasRequests() {
    return this != TCP;
  }
}
