package com.onlinestore.plan.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** EKS clusters, and the rules of security groups. */
final class AwsOpenings {

  private static final String ALL_PROTOCOLS = "-1";

  private AwsOpenings() {}

  static List<Opening> of(CloudResource resource) {
    JsonNode inputs = resource.inputs();
    return switch (resource.type()) {
      case "aws:eks/cluster:Cluster" -> List.of(cluster(resource));
      case "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule" ->
          rule("SecurityGroupIngressRule " + resource.name(), inputs);
      case "aws:ec2/securityGroupRule:SecurityGroupRule" ->
          resource.text("type").equals("ingress")
              ? rule("SecurityGroupRule " + resource.name(), inputs)
              : List.of();
      case "aws:ec2/securityGroup:SecurityGroup",
          "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup" -> {
        List<Opening> rules = new ArrayList<>();
        inputs
            .path("ingress")
            .forEach(each -> rules.addAll(rule("SecurityGroup " + resource.name(), each)));
        yield rules;
      }
      default -> List.of();
    };
  }

  // AWS's own defaults: public, for every address.
  private static Opening cluster(CloudResource cluster) {
    String what = "Cluster " + cluster.ownName();
    JsonNode network = cluster.inputs().path("vpcConfig");
    if (!network.path("endpointPublicAccess").asBoolean(true)) {
      return new Opening(what, Openings.PRIVATE_API, "");
    }
    List<String> ranges = Words.texts(network.path("publicAccessCidrs"));
    return new Opening(
        what, Openings.PUBLIC_API, Openings.from(ranges.isEmpty() ? List.of("0.0.0.0/0") : ranges));
  }

  private static List<Opening> rule(String what, JsonNode rule) {
    List<String> ranges = new ArrayList<>();
    for (String field : List.of("cidrIpv4", "cidrIpv6", "cidrBlocks", "ipv6CidrBlocks")) {
      ranges.addAll(Words.texts(rule.path(field)));
    }
    return Openings.isEverywhere(ranges)
        ? List.of(new Opening(what, ports(rule), Openings.from(ranges)))
        : List.of();
  }

  private static String ports(JsonNode rule) {
    String protocol = rule.path("ipProtocol").asText(rule.path("protocol").asText());
    if (protocol.equals(ALL_PROTOCOLS)) {
      return "every port";
    }
    String from = rule.path("fromPort").asText();
    String to = rule.path("toPort").asText();
    return "%s %s".formatted(protocol, from.equals(to) ? from : from + "–" + to).strip();
  }
}
