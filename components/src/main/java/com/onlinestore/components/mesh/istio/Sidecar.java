package com.onlinestore.components.mesh.istio;

import java.util.List;
import java.util.Map;

/**
 * What a workload's proxy knows of the mesh: a short list keeps its memory small and makes a call
 * that was not declared fail.
 */
public record Sidecar(
    WorkloadSelector workloadSelector,
    OutboundTrafficPolicy outboundTrafficPolicy,
    List<Egress> egress)
    implements IstioSpec {

  /** Only hosts of the list. */
  public static final OutboundTrafficPolicy REGISTRY_ONLY =
      new OutboundTrafficPolicy("REGISTRY_ONLY");

  /** What happens to a connection to an unknown host. */
  public record OutboundTrafficPolicy(String mode) {}

  /** Hosts as {@code <namespace>/<host>}; the namespace {@code .} is the workload's own. */
  public record Egress(List<String> hosts) {}

  /** A selector that this kind spells {@code labels}, unlike the policies. */
  public record WorkloadSelector(Map<String, String> labels) {}

  @Override
  public String apiVersion() {
    return ApiVersions.NETWORKING;
  }
}
