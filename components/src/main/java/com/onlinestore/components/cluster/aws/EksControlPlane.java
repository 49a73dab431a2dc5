package com.onlinestore.components.cluster.aws;

import com.onlinestore.components.cluster.AccessSettings;
import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.SecurityGroupArgs;
import com.pulumi.aws.ec2.inputs.SecurityGroupIngressArgs;
import com.pulumi.aws.eks.AccessEntry;
import com.pulumi.aws.eks.AccessEntryArgs;
import com.pulumi.aws.eks.AccessPolicyAssociation;
import com.pulumi.aws.eks.AccessPolicyAssociationArgs;
import com.pulumi.aws.eks.Cluster;
import com.pulumi.aws.eks.ClusterArgs;
import com.pulumi.aws.eks.inputs.AccessPolicyAssociationAccessScopeArgs;
import com.pulumi.aws.eks.inputs.ClusterAccessConfigArgs;
import com.pulumi.aws.eks.inputs.ClusterEncryptionConfigArgs;
import com.pulumi.aws.eks.inputs.ClusterEncryptionConfigProviderArgs;
import com.pulumi.aws.eks.inputs.ClusterKubernetesNetworkConfigArgs;
import com.pulumi.aws.eks.inputs.ClusterUpgradePolicyArgs;
import com.pulumi.aws.eks.inputs.ClusterVpcConfigArgs;
import com.pulumi.aws.iam.OpenIdConnectProvider;
import com.pulumi.aws.iam.OpenIdConnectProviderArgs;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import com.pulumi.aws.iam.RolePolicyAttachment;
import com.pulumi.aws.iam.RolePolicyAttachmentArgs;
import com.pulumi.aws.kms.Key;
import com.pulumi.aws.kms.KeyArgs;
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
 * The control plane: encrypted secrets, all logs, access for named roles alone.
 *
 * <p>The cluster takes the name of its role, which Pulumi ends with letters of its own at each
 * creation. So the log group, whose name EKS prescribes, never meets one that EKS made again after
 * a destroy; such a one stays behind and is to be deleted by hand. The trap: a kubeconfig of an
 * earlier creation names a cluster that is gone.
 */
final class EksControlPlane extends ComponentResource {

  private static final List<String> LOGS =
      List.of("api", "audit", "authenticator", "controllerManager", "scheduler");

  private final AwsPlace place;
  private final EksSettings settings;
  private final Role role;
  private final Cluster cluster;
  private final List<Resource> admissions = new ArrayList<>();

  EksControlPlane(
      AwsPlace place,
      EksSettings settings,
      AccessSettings access,
      EksNetwork network,
      ComponentResourceOptions options) {
    super("online-store:cluster:EksControlPlane", place.name() + "-control-plane", options);
    this.place = place;
    this.settings = settings;
    this.role = role();
    Key key = key();
    this.cluster = cluster(key, access, network, List.of(logGroup(), rights(key), managedRights()));
    settings.administrators().forEach(this::admit);
    identityProvider();
    registerOutputs(Map.of());
  }

  Cluster cluster() {
    return cluster;
  }

  /** What lets the administrators in; nobody else is. */
  List<Resource> admissions() {
    return List.copyOf(admissions);
  }

  private Role role() {
    return new Role(
        place.name(),
        RoleArgs.builder()
            .description("The control plane of the EKS cluster of the same name")
            .assumeRolePolicy(place.trust().controlPlane())
            .tags(place.tags().tags())
            .build(),
        child());
  }

  private Key key() {
    return new Key(
        place.name() + "-key",
        KeyArgs.builder()
            .description("Secrets of the EKS cluster of stack " + place.tags().stack())
            .enableKeyRotation(true)
            .deletionWindowInDays(30)
            .tags(place.tags().named(place.name()))
            .build(),
        place.kept(this).build());
  }

  private Resource logGroup() {
    return new LogGroup(
        place.name() + "-log",
        LogGroupArgs.builder()
            .name(Output.format("/aws/eks/%s/cluster", role.name()))
            .retentionInDays(settings.logRetentionIn(place.profile()))
            .tags(place.tags().tags())
            .build(),
        place.kept(this).build());
  }

  private Resource rights(Key key) {
    return new RolePolicy(
        place.name() + "-rights",
        RolePolicyArgs.builder()
            .role(role.name())
            .policy(key.arn().applyValue(Rights::controlPlane))
            .build(),
        child());
  }

  private Resource managedRights() {
    return new RolePolicyAttachment(
        place.name() + "-managed-rights",
        RolePolicyAttachmentArgs.builder()
            .role(role.name())
            .policyArn(place.account().managedPolicy("AmazonEKSClusterPolicy"))
            .build(),
        child());
  }

  private Cluster cluster(
      Key key, AccessSettings access, EksNetwork network, List<Resource> before) {
    ClusterVpcConfigArgs.Builder endpoint =
        ClusterVpcConfigArgs.builder()
            .subnetIds(network.nodeSubnets())
            .securityGroupIds(door(access, network).id().applyValue(List::of))
            .endpointPrivateAccess(true)
            .endpointPublicAccess(access.isPublic());
    if (access.isPublic()) {
      endpoint.publicAccessCidrs(access.publicFrom());
    }
    return new Cluster(
        place.name() + "-cluster",
        ClusterArgs.builder()
            .name(role.name())
            .roleArn(role.arn())
            .version(settings.version())
            .vpcConfig(endpoint.build())
            .kubernetesNetworkConfig(
                ClusterKubernetesNetworkConfigArgs.builder()
                    .serviceIpv4Cidr(settings.network().services())
                    .build())
            .accessConfig(
                ClusterAccessConfigArgs.builder()
                    .authenticationMode("API")
                    .bootstrapClusterCreatorAdminPermissions(false)
                    .build())
            .encryptionConfig(
                ClusterEncryptionConfigArgs.builder()
                    .resources("secrets")
                    .provider(
                        ClusterEncryptionConfigProviderArgs.builder().keyArn(key.arn()).build())
                    .build())
            .enabledClusterLogTypes(LOGS)
            .upgradePolicy(ClusterUpgradePolicyArgs.builder().supportType("STANDARD").build())
            .bootstrapSelfManagedAddons(false)
            .tags(place.tags().tags())
            .build(),
        place.kept(this).dependsOn(before).build());
  }

  /**
   * Lets the network in, where a runner or a proxy is, and those that are connected to it: EKS' own
   * group lets nodes in alone. It is not for a runner to carry that group, which EKS could not
   * delete then.
   */
  private SecurityGroup door(AccessSettings access, EksNetwork network) {
    return new SecurityGroup(
        place.name() + "-api",
        SecurityGroupArgs.builder()
            .description("The API server, from inside its network")
            .vpcId(network.vpcId())
            .ingress(
                SecurityGroupIngressArgs.builder()
                    .description("kubectl and Pulumi")
                    .cidrBlocks(
                        Stream.concat(
                                Stream.of(settings.network().cidr()), access.privateFrom().stream())
                            .toList())
                    .protocol("tcp")
                    .fromPort(443)
                    .toPort(443)
                    .build())
            .tags(place.tags().named(place.name() + "-api"))
            .build(),
        child());
  }

  private void admit(String administrator) {
    String name = place.name() + "-access-" + place.account().nameOf(administrator);
    AccessEntry entry =
        new AccessEntry(
            name,
            AccessEntryArgs.builder()
                .clusterName(cluster.name())
                .principalArn(administrator)
                .type("STANDARD")
                .tags(place.tags().tags())
                .build(),
            child());
    admissions.add(
        new AccessPolicyAssociation(
            name + "-policy",
            AccessPolicyAssociationArgs.builder()
                .clusterName(cluster.name())
                .principalArn(administrator)
                .policyArn(place.account().accessPolicy("AmazonEKSClusterAdminPolicy"))
                .accessScope(
                    AccessPolicyAssociationAccessScopeArgs.builder().type("cluster").build())
                .build(),
            CustomResourceOptions.builder().parent(this).dependsOn(entry).build()));
  }

  /** Lets service accounts take on roles by an annotation. */
  private void identityProvider() {
    new OpenIdConnectProvider(
        place.name() + "-identity",
        OpenIdConnectProviderArgs.builder()
            .url(
                cluster
                    .identities()
                    .applyValue(all -> all.get(0).oidcs().get(0).issuer().orElseThrow()))
            .clientIdLists("sts.amazonaws.com")
            .tags(place.tags().tags())
            .build(),
        CustomResourceOptions.builder().parent(this).dependsOn(cluster).build());
  }

  private CustomResourceOptions child() {
    return CustomResourceOptions.builder().parent(this).build();
  }
}
