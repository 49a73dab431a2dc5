package com.onlinestore.components.cluster.gcp;

import com.pulumi.core.Output;
import com.pulumi.gcp.compute.Firewall;
import com.pulumi.gcp.compute.FirewallArgs;
import com.pulumi.gcp.compute.inputs.FirewallAllowArgs;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;

/**
 * The way from the API server to webhooks on private nodes. Google's own rules open 443 and 10250
 * alone, so that every pod that Istio should inject would be refused.
 */
final class GkeWebhooks {

  private static final List<String> PORTS = List.of("443", "8443", "9443", "10250", "15017");

  private GkeWebhooks() {}

  /**
   * Opens the ports.
   *
   * @param nodes email of the account as which nodes run
   */
  static Firewall open(
      String name,
      Place place,
      Output<String> network,
      String controlPlane,
      Output<String> nodes,
      CustomResourceOptions options) {
    return new Firewall(
        name,
        FirewallArgs.builder()
            .project(place.project())
            .network(network)
            .description("The API server calls webhooks of Istio and other operators.")
            .direction("INGRESS")
            .sourceRanges(controlPlane)
            .targetServiceAccounts(nodes.applyValue(List::of))
            .allows(FirewallAllowArgs.builder().protocol("tcp").ports(PORTS).build())
            .build(),
        options);
  }
}
