package com.onlinestore.components.mesh.istio;

/**
 * Which connections a workload accepts: with {@code STRICT} only those with mutual TLS.
 *
 * @param selector the workload; null for the whole namespace
 */
public record PeerAuthentication(WorkloadSelector selector, Mtls mtls) implements IstioSpec {

  /** Mutual TLS or nothing, in the whole namespace. */
  public static final PeerAuthentication STRICT = new PeerAuthentication(null, new Mtls("STRICT"));

  /** The mode, as Istio writes it. */
  public record Mtls(String mode) {}

  /** Either, for a workload that others must reach from outside the mesh. */
  public static PeerAuthentication permissive(WorkloadSelector selector) {
    return new PeerAuthentication(selector, new Mtls("PERMISSIVE"));
  }

  @Override
  public String apiVersion() {
    return ApiVersions.SECURITY;
  }
}
