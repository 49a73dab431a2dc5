package com.onlinestore.components.cluster;

import com.onlinestore.components.settings.Checks;
import java.util.List;

/**
 * How a Kubernetes service account gets a role in the cloud, without a key.
 *
 * @param annotation of the service account, whose value is the role
 * @param role what a role must look like
 * @param example of a role
 * @param endpoints inside the cloud's network that hand out credentials; the sidecar must not
 *     capture them
 * @param hosts public hosts that hand out credentials, on port 443
 */
public record WorkloadIdentity(
    String annotation, String role, String example, List<Endpoint> endpoints, List<String> hosts) {

  /** Copies the lists. */
  public WorkloadIdentity {
    endpoints = Checks.copy(endpoints);
    hosts = Checks.copy(hosts);
  }

  /**
   * A link-local address.
   *
   * @param cidr as in {@code 169.254.169.254/32}
   * @param port of TCP
   */
  public record Endpoint(String cidr, int port) {}
}
