package com.onlinestore.components.cluster.aws;

import static com.onlinestore.components.Yaml.assertYaml;
import static com.onlinestore.components.cluster.aws.AmazonCloud.YAML;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Recording;
import com.onlinestore.components.Registered;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EksNetworkTest {

  private final Recording dev = Clusters.DEV;
  private final Recording prod = Clusters.PROD;

  @Test
  void hasSixSubnetsAndOneWayOutInDev() {
    assertThat(dev.get("shop-network").type()).isEqualTo("online-store:cluster:EksNetwork");
    assertThat(dev.childrenOf("shop-network"))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(common(), zoned(3), nat(1)).flatMap(List::stream).toList());
  }

  @Test
  void hasAWayOutOfEachZoneAndFlowLogsInProd() {
    assertThat(prod.childrenOf("shop-network"))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(
                    common(),
                    zoned(3),
                    nat(3),
                    List.of("online-store:cluster:FlowLogs shop-flow-logs"))
                .flatMap(List::stream)
                .toList());
    assertThat(prod.childrenOf("shop-flow-logs"))
        .containsExactlyInAnyOrder(
            "aws:cloudwatch/logGroup:LogGroup shop-flow-log",
            "aws:iam/role:Role shop-flow-role",
            "aws:iam/rolePolicy:RolePolicy shop-flow-rights",
            "aws:ec2/flowLog:FlowLog shop-flow");
  }

  @Test
  void theNetworkResolvesNames() {
    assertYaml(
        dev.get("shop-vpc").inputs(),
        "",
        """
        cidrBlock: 10.20.0.0/16
        enableDnsHostnames: true
        enableDnsSupport: true
        tags: {Name: shop, %s}
        """
            .formatted(YAML));
  }

  @Test
  void nothingIsLetInByTheGroupOfWhatNamesNone() {
    assertYaml(
        dev.get("shop-default-group").inputs(),
        "",
        "{vpcId: shop-vpc-id, tags: {Name: shop-unused, %s}}".formatted(YAML));
  }

  @ParameterizedTest
  @CsvSource({
    "public-0,eu-west-1a,10.20.192.0/20,elb",
    "public-1,eu-west-1b,10.20.208.0/20,elb",
    "public-2,eu-west-1c,10.20.224.0/20,elb",
    "private-0,eu-west-1a,10.20.0.0/18,internal-elb",
    "private-1,eu-west-1b,10.20.64.0/18,internal-elb",
    "private-2,eu-west-1c,10.20.128.0/18,internal-elb"
  })
  void aSubnetIsFoundByTheLoadBalancersItIsFor(
      String name, String zone, String range, String balancers) {
    assertYaml(
        dev.get("shop-" + name).inputs(),
        "",
        """
        vpcId: shop-vpc-id
        availabilityZone: %s
        cidrBlock: %s
        mapPublicIpOnLaunch: false
        tags: {Name: shop-%s, kubernetes.io/role/%s: "1", %s}
        """
            .formatted(zone, range, name, balancers, YAML));
  }

  @Test
  void publicSubnetsLeaveByTheInternetGateway() {
    assertYaml(
        dev.get("shop-internet").inputs(),
        "",
        "{vpcId: shop-vpc-id, tags: {Name: shop, %s}}".formatted(YAML));
    assertYaml(
        dev.get("shop-public-routes").inputs(),
        "",
        "{vpcId: shop-vpc-id, tags: {Name: shop-public, %s}}".formatted(YAML));
    assertYaml(
        dev.get("shop-public-route").inputs(),
        "",
        """
        routeTableId: shop-public-routes-id
        destinationCidrBlock: 0.0.0.0/0
        gatewayId: shop-internet-id
        """);
    for (int zone = 0; zone < 3; zone++) {
      assertYaml(
          dev.get("shop-public-%d-association".formatted(zone)).inputs(),
          "",
          "{routeTableId: shop-public-routes-id, subnetId: shop-public-%d-id}".formatted(zone));
    }
  }

  @ParameterizedTest
  @CsvSource({"0,0", "1,1", "2,2"})
  void privateSubnetsLeaveByTheirZonesGatewayInProdAndByTheOnlyOneInDev(int zone, int gateway) {
    String name = "shop-private-" + zone;

    assertYaml(
        prod.get(name + "-route").inputs(),
        "",
        """
        routeTableId: %s-routes-id
        destinationCidrBlock: 0.0.0.0/0
        natGatewayId: shop-nat-%d-id
        """
            .formatted(name, gateway));
    assertThat(dev.get(name + "-route").inputs()).containsEntry("natGatewayId", "shop-nat-0-id");
    assertYaml(
        prod.get(name + "-association").inputs(),
        "",
        "{routeTableId: %s-routes-id, subnetId: %s-id}".formatted(name, name));
    assertYaml(
        prod.get("shop-nat-" + gateway).inputs(),
        "",
        """
        allocationId: shop-nat-%d-address-id
        subnetId: shop-public-%d-id
        tags: {Name: shop-nat-%d, %s}
        """
            .formatted(gateway, zone, gateway, YAML));
    assertYaml(
        prod.get("shop-nat-%d-address".formatted(gateway)).inputs(),
        "",
        "{domain: vpc, tags: {Name: shop-nat-%d, %s}}".formatted(gateway, YAML));
  }

  /** Nodes stop being able to leave, and controllers to clean up, when any of these goes. */
  @Test
  void aGatewayGoesBeforeItsRouteAndEveryPublicSubnetGoesAfterOne() {
    assertThat(dev.get("shop-nat-0").dependencies())
        .containsExactly(
            "shop-nat-0-address",
            "shop-public-0",
            "shop-public-0-association",
            "shop-public-1-association",
            "shop-public-2-association",
            "shop-public-route");
    for (int zone = 0; zone < 3; zone++) {
      assertThat(prod.get("shop-nat-" + zone).dependencies())
          .containsExactly(
              "shop-nat-%d-address".formatted(zone),
              "shop-public-%d".formatted(zone),
              "shop-public-%d-association".formatted(zone),
              "shop-public-route");
    }
  }

  @Test
  void imagesComeFromS3WithoutTheGateway() {
    assertYaml(
        dev.get("shop-s3").inputs(),
        "",
        """
        vpcId: shop-vpc-id
        serviceName: com.amazonaws.eu-west-1.s3
        vpcEndpointType: Gateway
        routeTableIds: [shop-private-0-routes-id, shop-private-1-routes-id, shop-private-2-routes-id]
        tags: {Name: shop-s3, %s}
        """
            .formatted(YAML));
  }

  @Test
  void connectionsAreLoggedAsLongAsTheControlPlane() {
    assertYaml(
        prod.get("shop-flow").inputs(),
        "",
        """
        vpcId: shop-vpc-id
        trafficType: ALL
        logDestination: arn:of:shop-flow-log
        iamRoleArn: arn:of:shop-flow-role
        tags: {Name: shop, %s}
        """
            .formatted(YAML));
    assertYaml(
        prod.get("shop-flow-log").inputs(),
        "",
        "{retentionInDays: 365, tags: {%s}}".formatted(YAML));
    assertThat(prod.get("shop-flow-rights").inputs())
        .isEqualTo(
            Map.of(
                "role",
                "shop-flow-role-1a2b3c4",
                "policy",
                Rights.flowLogs("arn:of:shop-flow-log")));
    assertThat(prod.get("shop-flow").dependencies())
        .containsExactly("shop-flow-log", "shop-flow-rights", "shop-flow-role", "shop-vpc");
  }

  @Test
  void everySettingReachesTheNetwork() {
    Recording recording =
        AmazonCloud.recording(
            """
            network:
              cidr: 10.0.0.0/20
              zones: [eu-west-1c, eu-west-1b, eu-west-1a]
              services: 192.168.0.0/24
              natPerZone: true
              flowLogs: true
            logRetentionDays: 30
            """,
            AmazonCloud.DEV);

    assertThat(recording.get("shop-vpc").inputs()).containsEntry("cidrBlock", "10.0.0.0/20");
    assertThat(recording.get("shop-private-0").inputs())
        .containsEntry("availabilityZone", "eu-west-1c")
        .containsEntry("cidrBlock", "10.0.0.0/22");
    assertThat(recording.resources())
        .filteredOn(resource -> resource.type().equals("aws:ec2/natGateway:NatGateway"))
        .extracting(Registered::name)
        .containsExactlyInAnyOrder("shop-nat-0", "shop-nat-1", "shop-nat-2");
    assertThat(recording.get("shop-flow-log").inputs()).containsEntry("retentionInDays", 30);
    assertYaml(
        recording.get("shop-cluster").inputs(),
        "/kubernetesNetworkConfig",
        "{serviceIpv4Cidr: 192.168.0.0/24}");
  }

  private static List<String> common() {
    return List.of(
        "aws:ec2/vpc:Vpc shop-vpc",
        "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup shop-default-group",
        "aws:ec2/internetGateway:InternetGateway shop-internet",
        "aws:ec2/routeTable:RouteTable shop-public-routes",
        "aws:ec2/route:Route shop-public-route",
        "aws:ec2/vpcEndpoint:VpcEndpoint shop-s3");
  }

  private static List<String> zoned(int count) {
    return IntStream.range(0, count)
        .boxed()
        .flatMap(
            zone ->
                Stream.of(
                    "aws:ec2/subnet:Subnet shop-public-" + zone,
                    "aws:ec2/subnet:Subnet shop-private-" + zone,
                    "aws:ec2/routeTable:RouteTable shop-private-%d-routes".formatted(zone),
                    "aws:ec2/route:Route shop-private-%d-route".formatted(zone),
                    "aws:ec2/routeTableAssociation:RouteTableAssociation shop-public-%d-association"
                        .formatted(zone),
                    "aws:ec2/routeTableAssociation:RouteTableAssociation shop-private-%d-association"
                        .formatted(zone)))
        .toList();
  }

  private static List<String> nat(int count) {
    return IntStream.range(0, count)
        .boxed()
        .flatMap(
            zone ->
                Stream.of(
                    "aws:ec2/natGateway:NatGateway shop-nat-" + zone,
                    "aws:ec2/eip:Eip shop-nat-%d-address".formatted(zone)))
        .toList();
  }
}
