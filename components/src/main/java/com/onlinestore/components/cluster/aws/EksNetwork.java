package com.onlinestore.components.cluster.aws;

import com.onlinestore.components.cluster.Cidr;
import com.onlinestore.components.cluster.SubnetPlan;
import com.pulumi.aws.ec2.DefaultSecurityGroup;
import com.pulumi.aws.ec2.DefaultSecurityGroupArgs;
import com.pulumi.aws.ec2.Eip;
import com.pulumi.aws.ec2.EipArgs;
import com.pulumi.aws.ec2.InternetGateway;
import com.pulumi.aws.ec2.InternetGatewayArgs;
import com.pulumi.aws.ec2.NatGateway;
import com.pulumi.aws.ec2.NatGatewayArgs;
import com.pulumi.aws.ec2.Route;
import com.pulumi.aws.ec2.RouteArgs;
import com.pulumi.aws.ec2.RouteTable;
import com.pulumi.aws.ec2.RouteTableArgs;
import com.pulumi.aws.ec2.RouteTableAssociation;
import com.pulumi.aws.ec2.RouteTableAssociationArgs;
import com.pulumi.aws.ec2.Subnet;
import com.pulumi.aws.ec2.SubnetArgs;
import com.pulumi.aws.ec2.Vpc;
import com.pulumi.aws.ec2.VpcArgs;
import com.pulumi.aws.ec2.VpcEndpoint;
import com.pulumi.aws.ec2.VpcEndpointArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A network of three zones: nodes in private subnets, load balancers and NAT in public ones, and a
 * way to S3, where images come from, that costs nothing.
 *
 * <p>The trap is its end: whatever still has an address in a subnet keeps the network from going,
 * so all that a controller makes must be gone before.
 */
final class EksNetwork extends ComponentResource {

  private static final String ANYWHERE = "0.0.0.0/0";

  private final AwsPlace place;
  private final EksNetworkSettings settings;
  private final List<String> zones;
  private final Vpc vpc;
  private final List<Subnet> privateSubnets;
  private final List<Resource> waysOut = new ArrayList<>();

  EksNetwork(
      AwsPlace place,
      EksNetworkSettings settings,
      int logRetentionDays,
      ComponentResourceOptions options) {
    super("online-store:cluster:EksNetwork", place.name() + "-network", options);
    this.place = place;
    this.settings = settings;
    this.zones = settings.zonesIn(place.region());
    this.vpc = vpc();
    closeDefaultGroup();
    SubnetPlan plan = settings.subnets();
    List<Subnet> publicSubnets = subnets("public", plan.publicSubnets(), "elb");
    this.privateSubnets = subnets("private", plan.privateSubnets(), "internal-elb");
    List<NatGateway> gateways = gateways(publicSubnets, toTheInternet(publicSubnets));
    s3(toGateways(gateways));
    if (settings.flowLogsIn(place.profile())) {
      new FlowLogs(place, vpc.id(), logRetentionDays, this);
    }
    registerOutputs(Map.of());
  }

  Output<String> vpcId() {
    return vpc.id();
  }

  /** Where nodes and the control plane's interfaces are. */
  Output<List<String>> nodeSubnets() {
    return Output.all(privateSubnets.stream().map(Subnet::id).toList());
  }

  /** What a node needs to leave the network, and so to join and to leave its cluster. */
  List<Resource> waysOut() {
    return List.copyOf(waysOut);
  }

  private Vpc vpc() {
    return new Vpc(
        place.name() + "-vpc",
        VpcArgs.builder()
            .cidrBlock(settings.cidr())
            .enableDnsHostnames(true)
            .enableDnsSupport(true)
            .tags(place.tags().named(place.name()))
            .build(),
        place.kept(this).build());
  }

  /** Everything that names no security group of its own would be let in and out by this one. */
  private void closeDefaultGroup() {
    new DefaultSecurityGroup(
        place.name() + "-default-group",
        DefaultSecurityGroupArgs.builder()
            .vpcId(vpc.id())
            .tags(place.tags().named(place.name() + "-unused"))
            .build(),
        child());
  }

  /**
   * A subnet in each zone.
   *
   * @param forBalancers which load balancers look for it by tag
   */
  private List<Subnet> subnets(String kind, List<Cidr> ranges, String forBalancers) {
    List<Subnet> subnets = new ArrayList<>();
    for (int zone = 0; zone < zones.size(); zone++) {
      String name = "%s-%s-%d".formatted(place.name(), kind, zone);
      Map<String, String> tags =
          place.tags().with(Map.of("Name", name, "kubernetes.io/role/" + forBalancers, "1"));
      subnets.add(
          new Subnet(
              name,
              SubnetArgs.builder()
                  .vpcId(vpc.id())
                  .availabilityZone(zones.get(zone))
                  .cidrBlock(ranges.get(zone).toString())
                  .mapPublicIpOnLaunch(false)
                  .tags(tags)
                  .build(),
              place.kept(this).build()));
    }
    return subnets;
  }

  /** The route to the internet, and then for each zone what puts its public subnet on it. */
  private List<Resource> toTheInternet(List<Subnet> subnets) {
    InternetGateway internet =
        new InternetGateway(
            place.name() + "-internet",
            InternetGatewayArgs.builder()
                .vpcId(vpc.id())
                .tags(place.tags().named(place.name()))
                .build(),
            child());
    RouteTable table = table("public");
    List<Resource> ways = new ArrayList<>();
    ways.add(
        new Route(
            place.name() + "-public-route",
            RouteArgs.builder()
                .routeTableId(table.id())
                .destinationCidrBlock(ANYWHERE)
                .gatewayId(internet.id())
                .build(),
            child()));
    for (int zone = 0; zone < subnets.size(); zone++) {
      ways.add(associate("public-" + zone, table, subnets.get(zone)));
    }
    return ways;
  }

  /**
   * The ways out of the private subnets. Each waits for its own zone's way to the internet, and a
   * single one for those of all zones: what nothing waits for is the first to go in a destroy,
   * while load balancers still stand there and their controller still calls AWS.
   */
  private List<NatGateway> gateways(List<Subnet> subnets, List<Resource> toTheInternet) {
    int count = settings.natPerZoneIn(place.profile()) ? subnets.size() : 1;
    List<NatGateway> gateways = new ArrayList<>();
    for (int zone = 0; zone < count; zone++) {
      String name = place.name() + "-nat-" + zone;
      List<Resource> before = new ArrayList<>(toTheInternet.subList(0, 1));
      before.addAll(toTheInternet.subList(1 + zone, count == 1 ? toTheInternet.size() : 2 + zone));
      Eip address =
          new Eip(
              name + "-address",
              EipArgs.builder().domain("vpc").tags(place.tags().named(name)).build(),
              child());
      gateways.add(
          new NatGateway(
              name,
              NatGatewayArgs.builder()
                  .allocationId(address.id())
                  .subnetId(subnets.get(zone).id())
                  .tags(place.tags().named(name))
                  .build(),
              CustomResourceOptions.builder().parent(this).dependsOn(before).build()));
    }
    return gateways;
  }

  private List<RouteTable> toGateways(List<NatGateway> gateways) {
    List<RouteTable> tables = new ArrayList<>();
    for (int zone = 0; zone < privateSubnets.size(); zone++) {
      RouteTable table = table("private-" + zone);
      tables.add(table);
      waysOut.add(
          new Route(
              place.name() + "-private-" + zone + "-route",
              RouteArgs.builder()
                  .routeTableId(table.id())
                  .destinationCidrBlock(ANYWHERE)
                  .natGatewayId(gateways.get(zone % gateways.size()).id())
                  .build(),
              child()));
      waysOut.add(associate("private-" + zone, table, privateSubnets.get(zone)));
    }
    return tables;
  }

  private void s3(List<RouteTable> tables) {
    waysOut.add(
        new VpcEndpoint(
            place.name() + "-s3",
            VpcEndpointArgs.builder()
                .vpcId(vpc.id())
                .serviceName("com.amazonaws.%s.s3".formatted(place.region()))
                .vpcEndpointType("Gateway")
                .routeTableIds(Output.all(tables.stream().map(RouteTable::id).toList()))
                .tags(place.tags().named(place.name() + "-s3"))
                .build(),
            child()));
  }

  private RouteTable table(String kind) {
    String name = place.name() + "-" + kind;
    return new RouteTable(
        name + "-routes",
        RouteTableArgs.builder().vpcId(vpc.id()).tags(place.tags().named(name)).build(),
        child());
  }

  private RouteTableAssociation associate(String kind, RouteTable table, Subnet subnet) {
    return new RouteTableAssociation(
        place.name() + "-" + kind + "-association",
        RouteTableAssociationArgs.builder().routeTableId(table.id()).subnetId(subnet.id()).build(),
        child());
  }

  private CustomResourceOptions child() {
    return CustomResourceOptions.builder().parent(this).build();
  }
}
