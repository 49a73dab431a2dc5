package com.onlinestore.components.cluster.aws;

import static com.onlinestore.components.Yaml.assertYaml;
import static com.onlinestore.components.cluster.aws.AmazonCloud.YAML;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Recording;
import com.onlinestore.components.Registered;
import com.onlinestore.components.cluster.AccessSettings;
import com.onlinestore.components.cluster.ManagedCluster;
import com.onlinestore.components.cluster.ManagedClusterBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EksControlPlaneTest {

  private static final RoleArn ACCOUNT = RoleArn.of(AmazonCloud.DEPLOYER);

  private final Recording dev = Clusters.DEV;
  private final Recording prod = Clusters.PROD;

  @Test
  void hasARoleAKeyALogAndAnEntryForEachAdministratorOnce() {
    List<String> parts =
        List.of(
            "aws:iam/role:Role shop",
            "aws:iam/rolePolicy:RolePolicy shop-rights",
            "aws:iam/rolePolicyAttachment:RolePolicyAttachment shop-managed-rights",
            "aws:kms/key:Key shop-key",
            "aws:ec2/securityGroup:SecurityGroup shop-api",
            "aws:cloudwatch/logGroup:LogGroup shop-log",
            "aws:eks/cluster:Cluster shop-cluster",
            "aws:iam/openIdConnectProvider:OpenIdConnectProvider shop-identity",
            "aws:eks/accessEntry:AccessEntry shop-access-deployer",
            "aws:eks/accessPolicyAssociation:AccessPolicyAssociation shop-access-deployer-policy");

    assertThat(dev.get("shop-control-plane").type())
        .isEqualTo("online-store:cluster:EksControlPlane");
    assertThat(dev.childrenOf("shop-control-plane")).containsExactlyInAnyOrderElementsOf(parts);
    assertThat(prod.childrenOf("shop-control-plane"))
        .hasSize(12)
        .containsAll(parts)
        .contains(
            "aws:eks/accessEntry:AccessEntry shop-access-ops",
            "aws:eks/accessPolicyAssociation:AccessPolicyAssociation shop-access-ops-policy");
  }

  @Test
  void theWholeClusterInProd() {
    assertYaml(
        prod.get("shop-cluster").inputs(),
        "",
        """
        name: shop-1a2b3c4
        roleArn: arn:of:shop
        version: "1.35"
        vpcConfig:
          subnetIds: [shop-private-0-id, shop-private-1-id, shop-private-2-id]
          endpointPrivateAccess: true
          securityGroupIds: [shop-api-id]
          endpointPublicAccess: false
        kubernetesNetworkConfig: {serviceIpv4Cidr: 172.20.0.0/16}
        accessConfig: {authenticationMode: API, bootstrapClusterCreatorAdminPermissions: false}
        encryptionConfig: {resources: [secrets], provider: {keyArn: "arn:of:shop-key"}}
        enabledClusterLogTypes: [api, audit, authenticator, controllerManager, scheduler]
        upgradePolicy: {supportType: STANDARD}
        bootstrapSelfManagedAddons: false
        tags: {%s}
        """
            .formatted(YAML));
  }

  @Test
  void namedRangesReachThePublicEndpoint() {
    assertYaml(
        dev.get("shop-cluster").inputs(),
        "/vpcConfig",
        """
        subnetIds: [shop-private-0-id, shop-private-1-id, shop-private-2-id]
        endpointPrivateAccess: true
        securityGroupIds: [shop-api-id]
        endpointPublicAccess: true
        publicAccessCidrs: [203.0.113.0/24]
        """);
  }

  @Test
  void whoeverIsInsideTheNetworkReachesTheApiServerAndNothingElse() {
    assertYaml(
        dev.get("shop-api").inputs(),
        "",
        """
        description: The API server, from inside its network
        vpcId: shop-vpc-id
        ingress:
        - description: kubectl and Pulumi
          cidrBlocks: [10.20.0.0/16]
          protocol: tcp
          fromPort: 443
          toPort: 443
        tags: {Name: shop-api, %s}
        """
            .formatted(YAML));
    assertYaml(
        AmazonCloud.recording("network: {cidr: 10.0.0.0/20}", AmazonCloud.PROD)
            .get("shop-api")
            .inputs(),
        "/ingress/0/cidrBlocks",
        "[10.0.0.0/20]");
  }

  @Test
  void networksThatAreConnectedReachItWhereTheyAreNamed() {
    ManagedCluster connected =
        ManagedClusterBuilder.builder(AmazonCloud.PROD)
            .access(new AccessSettings(null, List.of("10.99.0.0/16"), null))
            .build();

    assertYaml(
        AmazonCloud.recording("", connected).get("shop-api").inputs(),
        "/ingress/0/cidrBlocks",
        "[10.20.0.0/16, 10.99.0.0/16]");
  }

  @Test
  void comesAfterItsLogAndItsRights() {
    assertThat(dev.get("shop-cluster").dependencies())
        .contains("shop", "shop-key", "shop-log", "shop-rights", "shop-managed-rights");
  }

  @Test
  void theLogHasTheNameThatEksPrescribesAndAnEnd() {
    assertYaml(
        prod.get("shop-log").inputs(),
        "",
        "{name: /aws/eks/shop-1a2b3c4/cluster, retentionInDays: 365, tags: {%s}}".formatted(YAML));
    assertThat(dev.get("shop-log").inputs()).containsEntry("retentionInDays", 14);
  }

  @Test
  void theKeyTurns() {
    assertYaml(
        dev.get("shop-key").inputs(),
        "",
        """
        description: Secrets of the EKS cluster of stack eks
        enableKeyRotation: true
        deletionWindowInDays: 30
        tags: {Name: shop, %s}
        """
            .formatted(YAML));
  }

  @Test
  void itsRoleUsesTheKeyAndManagesTheCluster() {
    assertThat(role(dev).inputs())
        .containsEntry("assumeRolePolicy", new Trust(ACCOUNT).controlPlane())
        .containsEntry("tags", AmazonCloud.TAGS.tags())
        .doesNotContainKey("name");
    assertThat(dev.get("shop-rights").inputs())
        .isEqualTo(
            Map.of("role", "shop-1a2b3c4", "policy", Rights.controlPlane("arn:of:shop-key")));
    assertYaml(
        dev.get("shop-managed-rights").inputs(),
        "",
        "{role: shop-1a2b3c4, policyArn: 'arn:aws:iam::aws:policy/AmazonEKSClusterPolicy'}");
  }

  @ParameterizedTest
  @CsvSource({"deployer", "ops"})
  void anAdministratorMayDoEverythingInTheCluster(String role) {
    String entry = "shop-access-" + role;

    assertYaml(
        prod.get(entry).inputs(),
        "",
        """
        clusterName: shop-1a2b3c4
        principalArn: arn:aws:iam::111122223333:role/%s
        type: STANDARD
        tags: {%s}
        """
            .formatted(role, YAML));
    assertYaml(
        prod.get(entry + "-policy").inputs(),
        "",
        """
        clusterName: shop-1a2b3c4
        principalArn: arn:aws:iam::111122223333:role/%s
        policyArn: arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy
        accessScope: {type: cluster}
        """
            .formatted(role));
    assertThat(prod.get(entry + "-policy").dependencies()).containsExactly(entry, "shop-cluster");
  }

  @Test
  void administratorsOfOneNameAreToldApart() {
    Recording recording =
        AmazonCloud.recording(
            """
            admins:
            - arn:aws:iam::111122223333:role/a/ops
            - arn:aws:iam::111122223333:role/b/ops
            - arn:aws:iam::444455556666:role/ops
            - arn:aws:iam::111122223333:role/ops
            """,
            AmazonCloud.DEV);

    assertThat(recording.resources())
        .filteredOn(resource -> resource.type().equals("aws:eks/accessEntry:AccessEntry"))
        .extracting(Registered::name)
        .containsExactlyInAnyOrder(
            "shop-access-deployer",
            "shop-access-a/ops",
            "shop-access-b/ops",
            "shop-access-444455556666/ops",
            "shop-access-ops");
  }

  @Test
  void serviceAccountsTakeOnRolesThroughItsIssuer() {
    assertYaml(
        dev.get("shop-identity").inputs(),
        "",
        "{url: 'https://oidc.eks/id/SHOP', clientIdLists: [sts.amazonaws.com], tags: {%s}}"
            .formatted(YAML));
  }

  private static Registered role(Recording recording) {
    return recording.resources().stream()
        .filter(resource -> resource.toString().equals("aws:iam/role:Role shop"))
        .findFirst()
        .orElseThrow();
  }
}
