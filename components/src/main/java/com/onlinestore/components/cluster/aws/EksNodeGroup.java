package com.onlinestore.components.cluster.aws;

import com.onlinestore.components.cluster.Taint;
import com.pulumi.aws.ec2.LaunchTemplate;
import com.pulumi.aws.ec2.LaunchTemplateArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateBlockDeviceMappingArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateBlockDeviceMappingEbsArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateMetadataOptionsArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateTagSpecificationArgs;
import com.pulumi.aws.eks.NodeGroup;
import com.pulumi.aws.eks.NodeGroupArgs;
import com.pulumi.aws.eks.inputs.NodeGroupLaunchTemplateArgs;
import com.pulumi.aws.eks.inputs.NodeGroupScalingConfigArgs;
import com.pulumi.aws.eks.inputs.NodeGroupTaintArgs;
import com.pulumi.aws.eks.inputs.NodeGroupUpdateConfigArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One managed node group: Amazon Linux 2023 on an encrypted disk, how many is the autoscaler's. */
final class EksNodeGroup extends ComponentResource {

  private static final String ROOT = "/dev/xvda";

  private final AwsPlace place;
  private final String name;
  private final String groupName;
  private final NodeGroupSettings settings;
  private final NodeGroup group;

  /** What all node groups of a cluster have in common. */
  record Ground(
      Output<String> cluster,
      String version,
      Output<String> role,
      Output<List<String>> subnets,
      Output<List<String>> securityGroups) {}

  EksNodeGroup(
      AwsPlace place,
      String groupName,
      NodeGroupSettings settings,
      Ground ground,
      List<Resource> before,
      Resource parent) {
    super(
        "online-store:cluster:EksNodeGroup",
        place.name() + "-nodes-" + groupName,
        ComponentResourceOptions.builder().parent(parent).build());
    this.place = place;
    this.name = place.name() + "-nodes-" + groupName;
    this.groupName = groupName;
    this.settings = settings;
    this.group = group(ground, template(ground), before);
    registerOutputs(Map.of());
  }

  NodeGroup group() {
    return group;
  }

  private LaunchTemplate template(Ground ground) {
    return new LaunchTemplate(
        name + "-template",
        LaunchTemplateArgs.builder()
            .vpcSecurityGroupIds(ground.securityGroups())
            .blockDeviceMappings(
                LaunchTemplateBlockDeviceMappingArgs.builder()
                    .deviceName(ROOT)
                    .ebs(
                        LaunchTemplateBlockDeviceMappingEbsArgs.builder()
                            .volumeType("gp3")
                            .volumeSize(settings.diskSize())
                            .encrypted("true")
                            .deleteOnTermination("true")
                            .build())
                    .build())
            // One hop: a pod cannot ask for the node's credentials.
            .metadataOptions(
                LaunchTemplateMetadataOptionsArgs.builder()
                    .httpEndpoint("enabled")
                    .httpTokens("required")
                    .httpPutResponseHopLimit(1)
                    .build())
            .tagSpecifications(
                Stream.of("instance", "volume", "network-interface").map(this::tagged).toList())
            .updateDefaultVersion(true)
            .tags(place.tags().named(name))
            .build(),
        CustomResourceOptions.builder().parent(this).build());
  }

  private LaunchTemplateTagSpecificationArgs tagged(String kind) {
    return LaunchTemplateTagSpecificationArgs.builder()
        .resourceType(kind)
        .tags(place.tags().named(name))
        .build();
  }

  private NodeGroup group(Ground ground, LaunchTemplate template, List<Resource> before) {
    return new NodeGroup(
        place.name() + "-" + groupName,
        NodeGroupArgs.builder()
            .clusterName(ground.cluster())
            .nodeRoleArn(ground.role())
            .subnetIds(ground.subnets())
            .version(ground.version())
            .amiType(settings.arm() ? "AL2023_ARM_64_STANDARD" : "AL2023_x86_64_STANDARD")
            .capacityType(settings.spot() ? "SPOT" : "ON_DEMAND")
            .instanceTypes(settings.instanceTypes())
            .launchTemplate(
                NodeGroupLaunchTemplateArgs.builder()
                    .id(template.id())
                    .version(template.latestVersion().applyValue(String::valueOf))
                    .build())
            .scalingConfig(
                NodeGroupScalingConfigArgs.builder()
                    .minSize(settings.min())
                    .maxSize(settings.max())
                    .desiredSize(settings.min())
                    .build())
            .updateConfig(
                NodeGroupUpdateConfigArgs.builder()
                    .maxUnavailablePercentage(settings.maxUnavailablePercent())
                    .build())
            .labels(settings.labels())
            .taints(settings.taints().stream().map(EksNodeGroup::taint).toList())
            .tags(place.tags().named(name))
            .build(),
        CustomResourceOptions.builder()
            .parent(this)
            .dependsOn(before)
            .ignoreChanges("scalingConfig.desiredSize")
            .build());
  }

  private static NodeGroupTaintArgs taint(Taint taint) {
    return NodeGroupTaintArgs.builder()
        .key(taint.key())
        .value(taint.value())
        .effect(taint.effect().name())
        .build();
  }
}
