package com.onlinestore.components.mesh.istio;

/** Which connections a workload accepts: with {@code STRICT} only those with mutual TLS. */
public record PeerAuthentication(Mtls mtls) implements IstioSpec {

  /** Mutual TLS or nothing. */
  public static final PeerAuthentication STRICT = new PeerAuthentication(new Mtls("STRICT"));

  /** The mode, as Istio writes it. */
  public record Mtls(String mode) {}

  @Override
  public String apiVersion() {
    return ApiVersions.SECURITY;
  }
}
