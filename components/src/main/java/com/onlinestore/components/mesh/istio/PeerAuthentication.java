package com.onlinestore.components.mesh.istio;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which connections a workload accepts: with {@code STRICT} only those with mutual TLS.
 *
 * @param selector the workload; null for the whole namespace
 * @param portLevelMtls by the number of the pod's port, as text; null for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PeerAuthentication(
    WorkloadSelector selector, Mtls mtls, Map<String, Mtls> portLevelMtls) implements IstioSpec {

  /** Mutual TLS or nothing. */
  public static final PeerAuthentication STRICT =
      new PeerAuthentication(null, new Mtls("STRICT"), null);

  /** Connections without a certificate are let in besides. */
  public static final Mtls PERMISSIVE = new Mtls("PERMISSIVE");

  /** The mode, as Istio writes it. */
  public record Mtls(String mode) {}

  /** With or without mutual TLS on ports that others must reach from outside the mesh. */
  public static PeerAuthentication permissive(WorkloadSelector selector, List<String> ports) {
    Map<String, Mtls> modes = new TreeMap<>();
    ports.forEach(port -> modes.put(port, PERMISSIVE));
    return new PeerAuthentication(selector, STRICT.mtls(), modes);
  }

  @Override
  public String apiVersion() {
    return ApiVersions.SECURITY;
  }
}
