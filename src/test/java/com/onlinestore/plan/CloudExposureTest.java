package com.onlinestore.plan;

import static com.onlinestore.plan.Plans.resource;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CloudExposureTest {

  @Test
  void saysFromWhereTheApiServerOfAnEksClusterIsReached() {
    String type = "aws:eks/cluster:Cluster";
    assertThat(
            exposure(
                resource(type, "default", "{}"),
                resource(
                    type,
                    "narrow",
                    """
                    {"name": "shop", "vpcConfig": {"endpointPublicAccess": true,
                      "publicAccessCidrs": ["203.0.113.0/24", "198.51.100.7/32"]}}
                    """),
                resource(type, "closed", "{\"vpcConfig\": {\"endpointPublicAccess\": false}}")))
        .isEqualTo(
            """
              what             how                 where
              Cluster default  public API server   from anywhere
              Cluster shop     public API server   from 203.0.113.0/24, 198.51.100.7/32
              Cluster closed   private API server""");
  }

  @Test
  void saysFromWhereTheApiServerOfAGkeClusterIsReached() {
    String type = "gcp:container/cluster:Cluster";
    assertThat(
            exposure(
                resource(type, "default", "{}"),
                resource(
                    type,
                    "narrow",
                    """
                    {"privateClusterConfig": {"enablePrivateNodes": true},
                     "masterAuthorizedNetworksConfig": {"gcpPublicCidrsAccessEnabled": false,
                       "cidrBlocks": [{"cidrBlock": "203.0.113.0/24", "displayName": "office"}]}}
                    """),
                resource(type, "google", "{\"masterAuthorizedNetworksConfig\": {}}"),
                resource(
                    type,
                    "nobody",
                    "{\"masterAuthorizedNetworksConfig\": {\"gcpPublicCidrsAccessEnabled\": false}}"),
                resource(
                    type,
                    "closed",
                    "{\"privateClusterConfig\": {\"enablePrivateEndpoint\": true}}")))
        .isEqualTo(
            """
              what             how                 where
              Cluster default  public API server   from anywhere
              Cluster narrow   public API server   from 203.0.113.0/24
              Cluster google   public API server   from Google Cloud's public addresses
              Cluster nobody   public API server   from nowhere
              Cluster closed   private API server""");
  }

  @Test
  void listsRulesOfSecurityGroupsThatAreOpenToEverybody() {
    String rule = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    assertThat(
            exposure(
                resource(
                    rule,
                    "web",
                    """
                    {"cidrIpv4": "0.0.0.0/0", "ipProtocol": "tcp", "fromPort": 443, "toPort": 443}
                    """),
                resource(rule, "all", "{\"cidrIpv6\": \"::/0\", \"ipProtocol\": \"-1\"}"),
                resource(rule, "own", "{\"cidrIpv4\": \"10.0.0.0/8\", \"ipProtocol\": \"-1\"}"),
                resource(
                    "aws:ec2/securityGroup:SecurityGroup",
                    "nodes",
                    """
                    {"ingress": [
                      {"protocol": "tcp", "fromPort": 30000, "toPort": 32767,
                       "cidrBlocks": ["10.0.0.0/8", "0.0.0.0/0"]},
                      {"protocol": "-1", "self": true}]}
                    """),
                resource(
                    "aws:ec2/securityGroupRule:SecurityGroupRule",
                    "out",
                    "{\"type\": \"egress\", \"protocol\": \"-1\", \"cidrBlocks\": [\"0.0.0.0/0\"]}"),
                resource("aws:ec2/natGateway:NatGateway", "nat", "{}"),
                resource("aws:ec2/eip:Eip", "nat", "{}")))
        .isEqualTo(
            """
              what                          how              where
              SecurityGroupIngressRule web  tcp 443          from anywhere
              SecurityGroupIngressRule all  every port       from anywhere
              SecurityGroup nodes           tcp 30000–32767  from anywhere""");
  }

  @Test
  void listsFirewallsThatAreOpenToEverybody() {
    String type = "gcp:compute/firewall:Firewall";
    assertThat(
            exposure(
                resource(
                    type,
                    "web",
                    """
                    {"sourceRanges": ["0.0.0.0/0"],
                     "allows": [{"protocol": "tcp", "ports": ["80", "443"]}, {"protocol": "icmp"}]}
                    """),
                resource(type, "default", "{\"allows\": [{\"protocol\": \"all\"}]}"),
                resource(
                    type,
                    "webhooks",
                    "{\"sourceRanges\": [\"172.16.0.0/28\"], \"allows\": [{\"protocol\": \"tcp\"}]}"),
                resource(
                    type,
                    "out",
                    "{\"direction\": \"EGRESS\", \"allows\": [{\"protocol\": \"all\"}]}")))
        .isEqualTo(
            """
              what              how             where
              Firewall web      tcp 80 and 443  from anywhere
              Firewall web      icmp            from anywhere
              Firewall default  all             from anywhere""");
  }

  private static String exposure(PlannedResource... resources) {
    Plan plan = Plans.of(resources);
    return String.join("\n", Exposure.lines(PlanFacts.of(plan).openings())).stripIndent();
  }
}
