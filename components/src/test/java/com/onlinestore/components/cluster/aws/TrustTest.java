package com.onlinestore.components.cluster.aws;

import static com.onlinestore.components.Yaml.assertYaml;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Registered;
import com.onlinestore.components.Yaml;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class TrustTest {

  private static final Trust TRUST = new Trust(RoleArn.of(AmazonCloud.DEPLOYER));

  @Test
  void eksTakesOnTheControlPlanesRoleForThisAccountAlone() {
    assertPolicy(
        TRUST.controlPlane(),
        """
        Version: "2012-10-17"
        Statement:
        - Sid: ControlPlane
          Effect: Allow
          Action: [sts:AssumeRole]
          Principal: {Service: eks.amazonaws.com}
          Condition: {StringEquals: {aws:SourceAccount: "111122223333"}}
        """);
  }

  @Test
  void instancesTakeOnTheNodesRole() {
    assertPolicy(
        TRUST.nodes(),
        """
        Version: "2012-10-17"
        Statement:
        - Sid: Nodes
          Effect: Allow
          Action: [sts:AssumeRole]
          Principal: {Service: ec2.amazonaws.com}
        """);
  }

  @Test
  void flowLogsOfThisAccountAndRegionTakeOnTheirs() {
    assertPolicy(
        TRUST.flowLogs("eu-west-1"),
        """
        Version: "2012-10-17"
        Statement:
        - Sid: FlowLogs
          Effect: Allow
          Action: [sts:AssumeRole]
          Principal: {Service: vpc-flow-logs.amazonaws.com}
          Condition:
            StringEquals: {aws:SourceAccount: "111122223333"}
            ArnLike: {aws:SourceArn: "arn:aws:ec2:eu-west-1:111122223333:vpc-flow-log/*"}
        """);
  }

  @Test
  void podsOfOneServiceAccountInOneClusterTakeOnTheirs() {
    assertPolicy(
        TRUST.pods("arn:aws:eks:eu-west-1:111122223333:cluster/shop", "kube-system", "aws-node"),
        """
        Version: "2012-10-17"
        Statement:
        - Sid: Pods
          Effect: Allow
          Action: [sts:AssumeRole, sts:TagSession]
          Principal: {Service: pods.eks.amazonaws.com}
          Condition:
            StringEquals:
              aws:SourceAccount: "111122223333"
              aws:RequestTag/eks-cluster-arn: arn:aws:eks:eu-west-1:111122223333:cluster/shop
              aws:RequestTag/kubernetes-namespace: kube-system
              aws:RequestTag/kubernetes-service-account: aws-node
        """);
  }

  @TestFactory
  Stream<DynamicTest> noRoleIsForEverybody() {
    return Clusters.PROD.resources().stream()
        .filter(resource -> resource.type().equals("aws:iam/role:Role"))
        .map(
            role ->
                DynamicTest.dynamicTest(
                    role.name(),
                    () ->
                        assertThat(
                                trust(role)
                                    .replace(":111122223333:vpc-flow-log/*", "")
                                    .split("\\*"))
                            .hasSize(1)));
  }

  @Test
  void everyRoleIsOneOfThese() {
    assertThat(Clusters.PROD.resources())
        .filteredOn(resource -> resource.type().equals("aws:iam/role:Role"))
        .extracting(Registered::name)
        .containsExactlyInAnyOrder(
            "shop",
            "shop-flow-role",
            "shop-node-role",
            "shop-aws-node",
            "shop-ebs-csi-controller-sa",
            "shop-aws-load-balancer-controller",
            "shop-cluster-autoscaler");
    assertThat(trust(Clusters.PROD.get("shop-flow-role"))).isEqualTo(TRUST.flowLogs("eu-west-1"));
  }

  private static String trust(Registered role) {
    return (String) role.inputs().get("assumeRolePolicy");
  }

  private static void assertPolicy(String policy, String expected) {
    assertYaml(Yaml.read(Map.class, policy), "", expected);
  }
}
