package com.onlinestore.components.cluster.aws;

import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.SecurityGroupArgs;
import com.pulumi.aws.ec2.inputs.SecurityGroupIngressArgs;
import com.pulumi.aws.eks.Cluster;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicyAttachment;
import com.pulumi.aws.iam.RolePolicyAttachmentArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All node groups of a cluster, with the role and the security groups that they share.
 *
 * <p>Nodes carry the cluster's own security group, which EKS makes and through which nodes and
 * control plane talk, and one of ours. The trap: ours must not carry the tag {@code
 * kubernetes.io/cluster/<name>}; the load balancer controller wants exactly one that does.
 */
final class EksNodes extends ComponentResource {

  /** Webhooks of Istio, the load balancer controller, Prometheus' operator; and the kubelet. */
  private static final List<Integer> FROM_CONTROL_PLANE = List.of(443, 9443, 10250, 10251, 15017);

  private static final List<String> RIGHTS =
      List.of("AmazonEKSWorkerNodePolicy", "AmazonEC2ContainerRegistryPullOnly");

  private final AwsPlace place;
  private final EksNetwork network;
  private final Cluster cluster;
  private final List<Resource> groups = new ArrayList<>();

  /**
   * Brings up the groups.
   *
   * @param before what a node needs to become ready
   */
  EksNodes(
      AwsPlace place,
      EksSettings settings,
      EksNetwork network,
      Cluster cluster,
      List<Resource> before,
      ComponentResourceOptions options) {
    super("online-store:cluster:EksNodes", place.name() + "-nodes", options);
    this.place = place;
    this.network = network;
    this.cluster = cluster;
    Role role = role();
    List<Resource> after =
        Stream.of(before, network.waysOut(), rights(role)).flatMap(List::stream).toList();
    EksNodeGroup.Ground ground =
        new EksNodeGroup.Ground(
            cluster.name(),
            settings.version(),
            role.arn(),
            network.nodeSubnets(),
            securityGroups(securityGroup()));
    settings
        .nodeGroupsIn(place.profile())
        .forEach(
            (name, group) ->
                groups.add(new EksNodeGroup(place, name, group, ground, after, this).group()));
    registerOutputs(Map.of());
  }

  /** What everything in the cluster runs on. */
  List<Resource> groups() {
    return List.copyOf(groups);
  }

  private Role role() {
    return new Role(
        place.name() + "-node-role",
        RoleArgs.builder()
            .assumeRolePolicy(place.trust().nodes())
            .tags(place.tags().tags())
            .build(),
        child());
  }

  /** Joining the cluster and pulling images; addresses are the business of vpc-cni's own role. */
  private List<Resource> rights(Role role) {
    return RIGHTS.stream()
        .<Resource>map(
            policy ->
                new RolePolicyAttachment(
                    place.name() + "-node-" + policy,
                    RolePolicyAttachmentArgs.builder()
                        .role(role.name())
                        .policyArn(place.account().managedPolicy(policy))
                        .build(),
                    child()))
        .toList();
  }

  private SecurityGroup securityGroup() {
    List<SecurityGroupIngressArgs> ingress = new ArrayList<>();
    ingress.add(
        SecurityGroupIngressArgs.builder()
            .description("Nodes and pods to each other")
            .self(true)
            .protocol("-1")
            .fromPort(0)
            .toPort(0)
            .build());
    FROM_CONTROL_PLANE.forEach(port -> ingress.add(fromControlPlane(port)));
    return new SecurityGroup(
        place.name() + "-node-group",
        SecurityGroupArgs.builder()
            .description("Nodes: each other, and what the control plane calls")
            .vpcId(network.vpcId())
            .ingress(ingress)
            .tags(place.tags().named(place.name() + "-nodes"))
            .build(),
        child());
  }

  private SecurityGroupIngressArgs fromControlPlane(int port) {
    return SecurityGroupIngressArgs.builder()
        .description("Webhooks and kubelets, called by the control plane")
        .securityGroups(clusterGroup())
        .protocol("tcp")
        .fromPort(port)
        .toPort(port)
        .build();
  }

  private Output<List<String>> securityGroups(SecurityGroup own) {
    return Output.tuple(clusterGroup(), own.id())
        .applyValue(both -> Stream.concat(both.t1.stream(), Stream.of(both.t2)).toList());
  }

  /** The group that EKS makes, alone in a list. */
  private Output<List<String>> clusterGroup() {
    return cluster.vpcConfig().applyValue(vpc -> vpc.clusterSecurityGroupId().stream().toList());
  }

  private CustomResourceOptions child() {
    return CustomResourceOptions.builder().parent(this).build();
  }
}
