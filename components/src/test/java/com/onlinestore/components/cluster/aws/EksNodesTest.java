package com.onlinestore.components.cluster.aws;

import static com.onlinestore.components.Yaml.assertYaml;
import static com.onlinestore.components.cluster.aws.AmazonCloud.YAML;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Recording;
import com.onlinestore.components.Yaml;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EksNodesTest {

  private static final List<String> SHARED =
      List.of(
          "aws:iam/role:Role shop-node-role",
          "aws:iam/rolePolicyAttachment:RolePolicyAttachment shop-node-AmazonEKSWorkerNodePolicy",
          "aws:iam/rolePolicyAttachment:RolePolicyAttachment"
              + " shop-node-AmazonEC2ContainerRegistryPullOnly",
          "aws:ec2/securityGroup:SecurityGroup shop-node-group");

  private final Recording dev = Clusters.DEV;
  private final Recording prod = Clusters.PROD;

  @Test
  void shareARoleAndASecurityGroup() {
    assertThat(dev.get("shop-nodes").type()).isEqualTo("online-store:cluster:EksNodes");
    assertThat(dev.childrenOf("shop-nodes"))
        .containsExactlyInAnyOrderElementsOf(
            with(SHARED, "online-store:cluster:EksNodeGroup shop-nodes-general"));
    assertThat(dev.childrenOf("shop-nodes-general"))
        .containsExactlyInAnyOrder(
            "aws:ec2/launchTemplate:LaunchTemplate shop-nodes-general-template",
            "aws:eks/nodeGroup:NodeGroup shop-general");
  }

  @Test
  void eachGroupHasATemplateOfItsOwn() {
    assertThat(prod.childrenOf("shop-nodes"))
        .containsExactlyInAnyOrderElementsOf(
            with(
                SHARED,
                "online-store:cluster:EksNodeGroup shop-nodes-base",
                "online-store:cluster:EksNodeGroup shop-nodes-search"));
    assertThat(prod.childrenOf("shop-nodes-base"))
        .containsExactlyInAnyOrder(
            "aws:ec2/launchTemplate:LaunchTemplate shop-nodes-base-template",
            "aws:eks/nodeGroup:NodeGroup shop-base");
    assertThat(prod.childrenOf("shop-nodes-search"))
        .containsExactlyInAnyOrder(
            "aws:ec2/launchTemplate:LaunchTemplate shop-nodes-search-template",
            "aws:eks/nodeGroup:NodeGroup shop-search");
  }

  @Test
  void joinAndPullImagesAndNothingElse() {
    assertThat(dev.get("shop-node-role").inputs())
        .containsEntry("assumeRolePolicy", new Trust(RoleArn.of(AmazonCloud.DEPLOYER)).nodes());
    for (String policy :
        List.of("AmazonEKSWorkerNodePolicy", "AmazonEC2ContainerRegistryPullOnly")) {
      assertYaml(
          dev.get("shop-node-" + policy).inputs(),
          "",
          "{role: shop-node-role-1a2b3c4, policyArn: 'arn:aws:iam::aws:policy/%s'}"
              .formatted(policy));
    }
  }

  @Test
  void takeCallsOfEachOtherAndOfTheControlPlaneToWebhooksAndKubelets() {
    assertYaml(
        dev.get("shop-node-group").inputs(),
        "",
        """
        description: "Nodes: each other, and what the control plane calls"
        vpcId: shop-vpc-id
        ingress:
        - {description: Nodes and pods to each other, self: true, protocol: "-1", fromPort: 0, toPort: 0}
        - {fromPort: 443, toPort: 443, PLANE}
        - {fromPort: 9443, toPort: 9443, PLANE}
        - {fromPort: 10250, toPort: 10250, PLANE}
        - {fromPort: 10251, toPort: 10251, PLANE}
        - {fromPort: 15017, toPort: 15017, PLANE}
        tags: {Name: shop-nodes, TAGS}
        """
            .replace(
                "PLANE",
                "description: 'Webhooks and kubelets, called by the control plane', protocol: tcp,"
                    + " securityGroups: [sg-of-eks]")
            .replace("TAGS", YAML));
  }

  /** The load balancer controller wants exactly one group with this tag, which is EKS' own. */
  @Test
  void theirOwnSecurityGroupIsNotTheClusters() {
    assertThat(Yaml.part(dev.get("shop-node-group").inputs(), "/tags").fieldNames())
        .toIterable()
        .noneMatch(tag -> tag.startsWith("kubernetes.io/cluster/"));
  }

  @Test
  void everySettingReachesTheGroup() {
    assertYaml(
        prod.get("shop-search").inputs(),
        "",
        """
        clusterName: shop-1a2b3c4
        nodeRoleArn: arn:of:shop-node-role
        subnetIds: [shop-private-0-id, shop-private-1-id, shop-private-2-id]
        version: "1.35"
        amiType: AL2023_ARM_64_STANDARD
        capacityType: SPOT
        instanceTypes: [r7g.large]
        launchTemplate: {id: shop-nodes-search-template-id, version: "7"}
        scalingConfig: {minSize: 2, maxSize: 6, desiredSize: 2}
        updateConfig: {maxUnavailablePercentage: 50}
        labels: {tier: search}
        taints: [{key: acme.com/search, value: "yes", effect: NO_EXECUTE}]
        tags: {Name: shop-nodes-search, %s}
        """
            .formatted(YAML));
  }

  @Test
  void byDefaultTheyAreOnDemandOnIntelAndAmd() {
    assertYaml(
        dev.get("shop-general").inputs(),
        "",
        """
        clusterName: shop-1a2b3c4
        nodeRoleArn: arn:of:shop-node-role
        subnetIds: [shop-private-0-id, shop-private-1-id, shop-private-2-id]
        version: "1.35"
        amiType: AL2023_x86_64_STANDARD
        capacityType: ON_DEMAND
        instanceTypes: [m7i.large, m6i.large, m7a.large, m6a.large]
        launchTemplate: {id: shop-nodes-general-template-id, version: "7"}
        scalingConfig: {minSize: 2, maxSize: 4, desiredSize: 2}
        updateConfig: {maxUnavailablePercentage: 33}
        labels: {}
        taints: []
        tags: {Name: shop-nodes-general, %s}
        """
            .formatted(YAML));
  }

  @Test
  void theirDisksAreEncryptedAndTheirMetadataIsOutOfReachOfPods() {
    assertYaml(
        prod.get("shop-nodes-search-template").inputs(),
        "",
        """
        vpcSecurityGroupIds: [sg-of-eks, shop-node-group-id]
        blockDeviceMappings:
        - deviceName: /dev/xvda
          ebs: {volumeType: gp3, volumeSize: 100, encrypted: "true", deleteOnTermination: "true"}
        metadataOptions: {httpEndpoint: enabled, httpTokens: required, httpPutResponseHopLimit: 1}
        tagSpecifications:
        - {resourceType: instance, TAGS}
        - {resourceType: volume, TAGS}
        - {resourceType: network-interface, TAGS}
        updateDefaultVersion: true
        TAGS
        """
            .replace("TAGS", "tags: {Name: shop-nodes-search, %s}".formatted(YAML)));
    assertYaml(
        dev.get("shop-nodes-general-template").inputs(),
        "/blockDeviceMappings/0/ebs/volumeSize",
        "50");
  }

  @ParameterizedTest
  @ValueSource(strings = {"base", "search"})
  void theAutoscalerAloneCountsNodes(String group) {
    assertThat(prod.get("shop-nodes-%s-group".formatted(group)).ignoreChanges())
        .containsExactly("scalingConfig.desiredSize");
  }

  @ParameterizedTest
  @ValueSource(strings = {"base", "search"})
  void aNodeComesAfterAllThatItNeedsToBecomeReady(String group) {
    assertThat(prod.get("shop-nodes-%s-group".formatted(group)).dependencies())
        .containsExactly(
            "shop-cluster",
            "shop-eks-pod-identity-agent",
            "shop-kube-proxy",
            "shop-node-AmazonEC2ContainerRegistryPullOnly",
            "shop-node-AmazonEKSWorkerNodePolicy",
            "shop-node-role",
            "shop-nodes-%s-template".formatted(group),
            "shop-private-0",
            "shop-private-0-association",
            "shop-private-0-route",
            "shop-private-1",
            "shop-private-1-association",
            "shop-private-1-route",
            "shop-private-2",
            "shop-private-2-association",
            "shop-private-2-route",
            "shop-s3",
            "shop-vpc-cni");
  }

  private static List<String> with(List<String> some, String... more) {
    return Stream.concat(some.stream(), Stream.of(more)).toList();
  }
}
