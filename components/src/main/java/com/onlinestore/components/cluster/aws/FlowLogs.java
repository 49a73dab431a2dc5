package com.onlinestore.components.cluster.aws;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.ec2.FlowLog;
import com.pulumi.aws.ec2.FlowLogArgs;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.Map;

/** Who talked to whom in a network, kept in CloudWatch: what an investigation asks for first. */
final class FlowLogs extends ComponentResource {

  private final AwsPlace place;
  private final String name;

  FlowLogs(AwsPlace place, Output<String> vpcId, int retentionDays, Resource parent) {
    super(
        "online-store:cluster:FlowLogs",
        place.name() + "-flow-logs",
        ComponentResourceOptions.builder().parent(parent).build());
    this.place = place;
    this.name = place.name() + "-flow";
    LogGroup group = group(retentionDays);
    Role role = role();
    new FlowLog(
        name,
        FlowLogArgs.builder()
            .vpcId(vpcId)
            .trafficType("ALL")
            .logDestination(group.arn())
            .iamRoleArn(role.arn())
            .tags(place.tags().named(place.name()))
            .build(),
        CustomResourceOptions.builder().parent(this).dependsOn(rights(role, group)).build());
    registerOutputs(Map.of());
  }

  private LogGroup group(int retentionDays) {
    return new LogGroup(
        name + "-log",
        LogGroupArgs.builder().retentionInDays(retentionDays).tags(place.tags().tags()).build(),
        place.kept(this).build());
  }

  private Role role() {
    return new Role(
        name + "-role",
        RoleArgs.builder()
            .assumeRolePolicy(place.trust().flowLogs(place.region()))
            .tags(place.tags().tags())
            .build(),
        child());
  }

  private RolePolicy rights(Role role, LogGroup group) {
    return new RolePolicy(
        name + "-rights",
        RolePolicyArgs.builder()
            .role(role.name())
            .policy(group.arn().applyValue(Rights::flowLogs))
            .build(),
        child());
  }

  private CustomResourceOptions child() {
    return CustomResourceOptions.builder().parent(this).build();
  }
}
