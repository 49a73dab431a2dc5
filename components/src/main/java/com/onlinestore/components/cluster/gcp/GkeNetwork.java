package com.onlinestore.components.cluster.gcp;

import com.onlinestore.components.settings.Profile;
import com.pulumi.core.Output;
import com.pulumi.gcp.compute.Network;
import com.pulumi.gcp.compute.NetworkArgs;
import com.pulumi.gcp.compute.Router;
import com.pulumi.gcp.compute.RouterArgs;
import com.pulumi.gcp.compute.RouterNat;
import com.pulumi.gcp.compute.RouterNatArgs;
import com.pulumi.gcp.compute.Subnetwork;
import com.pulumi.gcp.compute.SubnetworkArgs;
import com.pulumi.gcp.compute.inputs.RouterNatLogConfigArgs;
import com.pulumi.gcp.compute.inputs.SubnetworkLogConfigArgs;
import com.pulumi.gcp.compute.inputs.SubnetworkSecondaryIpRangeArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.Map;

/**
 * A network for one cluster: nodes without public addresses, which reach Google's services
 * privately and the internet through Cloud NAT.
 */
final class GkeNetwork extends ComponentResource {

  /** Name of the range for pods. */
  static final String PODS = "pods";

  /** Name of the range for Kubernetes Services. */
  static final String SERVICES = "services";

  private static final double FLOWS = 0.5;

  /** Google's default of 64 drops connections as soon as the pods of a node talk to one host. */
  private static final int LEAST_PORTS = 512;

  private static final int MOST_PORTS = 16384;

  private final Place place;
  private final Network network;
  private final Subnetwork subnet;
  private final RouterNat nat;

  /**
   * Makes the network.
   *
   * @param api that must be enabled before
   */
  GkeNetwork(
      String name,
      NetworkSettings settings,
      Profile profile,
      Place place,
      Resource api,
      Resource parent) {
    super(
        "online-store:cluster:GkeNetwork",
        name,
        ComponentResourceOptions.builder().parent(parent).build());
    this.place = place;
    this.network = network(name, api);
    this.subnet = subnet(name, settings, profile);
    Router router = router(name);
    this.nat = nat(name, router);
    registerOutputs(Map.of());
  }

  Output<String> networkId() {
    return network.id();
  }

  Output<String> subnetId() {
    return subnet.id();
  }

  /** What nodes need to reach anything, and must outlive them. */
  Resource wayOut() {
    return nat;
  }

  private Network network(String name, Resource api) {
    return new Network(
        name + "-vpc",
        NetworkArgs.builder()
            .project(place.project())
            .autoCreateSubnetworks(false)
            .routingMode("REGIONAL")
            .build(),
        CustomResourceOptions.builder()
            .parent(this)
            .dependsOn(api)
            .protect(place.protect())
            .build());
  }

  private Subnetwork subnet(String name, NetworkSettings settings, Profile profile) {
    SubnetworkArgs.Builder subnet =
        SubnetworkArgs.builder()
            .project(place.project())
            .region(place.region())
            .network(network.id())
            .ipCidrRange(settings.nodes())
            .secondaryIpRanges(range(PODS, settings.pods()), range(SERVICES, settings.services()))
            .privateIpGoogleAccess(true);
    if (profile == Profile.PROD) {
      subnet.logConfig(
          SubnetworkLogConfigArgs.builder()
              .aggregationInterval("INTERVAL_5_MIN")
              .flowSampling(FLOWS)
              .metadata("INCLUDE_ALL_METADATA")
              .build());
    }
    return new Subnetwork(name + "-subnet", subnet.build(), child());
  }

  private static SubnetworkSecondaryIpRangeArgs range(String name, String range) {
    return SubnetworkSecondaryIpRangeArgs.builder().rangeName(name).ipCidrRange(range).build();
  }

  private Router router(String name) {
    return new Router(
        name + "-router",
        RouterArgs.builder()
            .project(place.project())
            .region(place.region())
            .network(network.id())
            .build(),
        child());
  }

  private RouterNat nat(String name, Router router) {
    return new RouterNat(
        name + "-nat",
        RouterNatArgs.builder()
            .project(place.project())
            .region(place.region())
            .router(router.name())
            .natIpAllocateOption("AUTO_ONLY")
            .sourceSubnetworkIpRangesToNat("ALL_SUBNETWORKS_ALL_IP_RANGES")
            .enableDynamicPortAllocation(true)
            .enableEndpointIndependentMapping(false)
            .minPortsPerVm(LEAST_PORTS)
            .maxPortsPerVm(MOST_PORTS)
            .logConfig(RouterNatLogConfigArgs.builder().enable(true).filter("ERRORS_ONLY").build())
            .build(),
        CustomResourceOptions.builder().parent(this).dependsOn(subnet).build());
  }

  private CustomResourceOptions child() {
    return CustomResourceOptions.builder().parent(this).build();
  }
}
