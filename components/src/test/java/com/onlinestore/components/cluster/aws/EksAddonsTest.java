package com.onlinestore.components.cluster.aws;

import static com.onlinestore.components.Yaml.assertYaml;
import static com.onlinestore.components.cluster.aws.AmazonCloud.YAML;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Recording;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EksAddonsTest {

  private final Recording dev = Clusters.DEV;
  private final Recording prod = Clusters.PROD;

  @Test
  void haveTheNamesThatEksGivesThem() {
    assertThat(EksAddon.names())
        .containsExactly(
            "vpc-cni",
            "kube-proxy",
            "eks-pod-identity-agent",
            "coredns",
            "aws-ebs-csi-driver",
            "metrics-server");
    assertThat(EksAddon.of("coredns")).contains(EksAddon.COREDNS);
    assertThat(EksAddon.of("core-dns")).isEqualTo(Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"kube-proxy", "eks-pod-identity-agent", "coredns", "metrics-server"})
  void areInstalledInTheVersionThatEksRecommends(String addon) {
    assertYaml(
        dev.get("shop-" + addon).inputs(),
        "",
        """
        clusterName: shop-1a2b3c4
        addonName: %s
        addonVersion: v1.35-%s
        resolveConflictsOnCreate: OVERWRITE
        resolveConflictsOnUpdate: OVERWRITE
        tags: {%s}
        """
            .formatted(addon, addon, YAML));
  }

  @Test
  void aPinnedVersionIsTaken() {
    assertThat(prod.get("shop-coredns").inputs())
        .containsEntry("addonVersion", "v1.12.4-eksbuild.1");
    assertThat(prod.get("shop-kube-proxy").inputs())
        .containsEntry("addonVersion", "v1.35-kube-proxy");
  }

  @Test
  void theRecommendationIsForTheClustersVersion() {
    assertThat(
            AmazonCloud.recording("version: \"1.34\"", AmazonCloud.DEV)
                .get("shop-vpc-cni")
                .inputs())
        .containsEntry("addonVersion", "v1.34-vpc-cni");
  }

  @Test
  void theNetworkPluginEnforcesPoliciesAndPacksPodsTightly() {
    assertYaml(
        dev.get("shop-vpc-cni").inputs(),
        "",
        """
        clusterName: shop-1a2b3c4
        addonName: vpc-cni
        addonVersion: v1.35-vpc-cni
        configurationValues: '{"enableNetworkPolicy":"true","env":{"ENABLE_PREFIX_DELEGATION":"true","WARM_PREFIX_TARGET":"1"}}'
        podIdentityAssociations: [{serviceAccount: aws-node, roleArn: "arn:of:shop-aws-node"}]
        resolveConflictsOnCreate: OVERWRITE
        resolveConflictsOnUpdate: OVERWRITE
        tags: {%s}
        """
            .formatted(YAML));
  }

  @Test
  void theVolumeDriverTagsVolumes() {
    assertYaml(
        dev.get("shop-aws-ebs-csi-driver").inputs(),
        "",
        """
        clusterName: shop-1a2b3c4
        addonName: aws-ebs-csi-driver
        addonVersion: v1.35-aws-ebs-csi-driver
        configurationValues: '{"controller":{"extraVolumeTags":{"cost-centre":"CC 42","environment":"prod","owner":"Shop Team","project":"online-store","stack":"eks"}}}'
        podIdentityAssociations:
        - {serviceAccount: ebs-csi-controller-sa, roleArn: "arn:of:shop-ebs-csi-controller-sa"}
        resolveConflictsOnCreate: OVERWRITE
        resolveConflictsOnUpdate: OVERWRITE
        tags: {%s}
        """
            .formatted(YAML));
  }

  @ParameterizedTest
  @CsvSource({
    "aws-node,AmazonEKS_CNI_Policy",
    "ebs-csi-controller-sa,service-role/AmazonEBSCSIDriverPolicy"
  })
  void aServiceAccountGetsARoleOfItsOwn(String account, String policy) {
    String name = "shop-" + account;

    assertThat(dev.get(name + "-identity").type()).isEqualTo("online-store:cluster:PodRole");
    assertThat(dev.get(name + "-identity").parent()).isEqualTo("shop");
    assertThat(dev.childrenOf(name + "-identity"))
        .containsExactlyInAnyOrder(
            "aws:iam/role:Role %s".formatted(name),
            "aws:iam/rolePolicyAttachment:RolePolicyAttachment %s-rights".formatted(name));
    assertThat(dev.get(name).inputs())
        .containsEntry(
            "assumeRolePolicy",
            new Trust(RoleArn.of(AmazonCloud.DEPLOYER))
                .pods(
                    "arn:aws:eks:eu-west-1:111122223333:cluster/shop-1a2b3c4",
                    "kube-system",
                    account));
    assertYaml(
        dev.get(name + "-rights").inputs(),
        "",
        "{role: %s-1a2b3c4, policyArn: 'arn:aws:iam::aws:policy/%s'}".formatted(name, policy));
  }

  /** A driver that loses its rights before the volumes are gone leaves them behind. */
  @Test
  void anAddonsRightsOutliveIt() {
    assertThat(dev.get("shop-vpc-cni").dependencies())
        .containsExactly("shop-aws-node", "shop-aws-node-rights", "shop-cluster");
    assertThat(dev.get("shop-aws-ebs-csi-driver").dependencies())
        .containsExactly(
            "shop-cluster",
            "shop-ebs-csi-controller-sa",
            "shop-ebs-csi-controller-sa-rights",
            "shop-general");
  }

  @Test
  void whatRunsOnNodesComesAfterAllOfThem() {
    for (String addon : List.of("coredns", "metrics-server")) {
      assertThat(prod.get("shop-" + addon).dependencies())
          .containsExactly("shop-base", "shop-cluster", "shop-search");
    }
    for (String addon : List.of("kube-proxy", "eks-pod-identity-agent")) {
      assertThat(prod.get("shop-" + addon).dependencies()).containsExactly("shop-cluster");
    }
  }
}
