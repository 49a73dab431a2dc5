package com.onlinestore.components.cluster.aws;

import static com.onlinestore.components.Yaml.assertYaml;
import static com.onlinestore.components.cluster.aws.AmazonCloud.YAML;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Recording;
import com.onlinestore.components.cluster.ManagedClusterBuilder;
import com.onlinestore.components.helm.Mirrors;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class EksControllersTest {

  private static final String BALANCERS = "shop-aws-load-balancer-controller";
  private static final String AUTOSCALER = "shop-cluster-autoscaler";
  private static final Rights RIGHTS =
      new Rights(RoleArn.of(AmazonCloud.DEPLOYER), "eu-west-1", "shop-1a2b3c4");

  private final Recording dev = Clusters.DEV;
  private final Recording prod = Clusters.PROD;

  @Test
  void areAClassOfVolumesAndTwoReleasesWithARoleEach() {
    assertThat(dev.get("shop-controllers").type()).isEqualTo("online-store:cluster:EksControllers");
    assertThat(dev.childrenOf("shop-controllers"))
        .containsExactlyInAnyOrder(
            "kubernetes:storage.k8s.io/v1:StorageClass shop-storage-class",
            "online-store:cluster:PodRole %s-identity".formatted(BALANCERS),
            "kubernetes:helm.sh/v3:Release %s-release".formatted(BALANCERS),
            "online-store:cluster:PodRole %s-identity".formatted(AUTOSCALER),
            "kubernetes:helm.sh/v3:Release %s-release".formatted(AUTOSCALER));
  }

  @Test
  void volumesAreEncryptedOnTheDefaultClass() {
    assertYaml(
        dev.get("shop-storage-class").inputs(),
        "",
        """
        apiVersion: storage.k8s.io/v1
        kind: StorageClass
        metadata:
          name: gp3
          labels:
            app.kubernetes.io/name: gp3
            app.kubernetes.io/part-of: eks
            app.kubernetes.io/managed-by: pulumi
          annotations: {storageclass.kubernetes.io/is-default-class: "true"}
        provisioner: ebs.csi.aws.com
        parameters: {type: gp3, encrypted: "true"}
        reclaimPolicy: Delete
        allowVolumeExpansion: true
        volumeBindingMode: WaitForFirstConsumer
        """);
  }

  @Test
  void theLoadBalancerControllerIsToldWhatThePodCannotAsk() {
    assertYaml(
        dev.get(BALANCERS + "-release").inputs(),
        "",
        """
        name: aws-load-balancer-controller
        namespace: kube-system
        chart: aws-load-balancer-controller
        version: "3.5.0"
        repositoryOpts: {repo: "https://aws.github.io/eks-charts"}
        timeout: 900
        compat: "true"
        values:
          clusterName: shop-1a2b3c4
          region: eu-west-1
          vpcId: shop-vpc-id
          serviceAccount: {name: aws-load-balancer-controller}
          enableServiceMutatorWebhook: false
          enableShield: false
          enableWaf: false
          enableWafv2: false
          defaultTags: {%s}
          replicaCount: 1
          podDisruptionBudget: {maxUnavailable: 1}
          resources: {requests: {cpu: 50m, memory: 128Mi}, limits: {memory: 128Mi}}
        """
            .formatted(YAML));
  }

  @Test
  void theAutoscalerFindsTheGroupsOfTheClusterByTheirTags() {
    assertYaml(
        dev.get(AUTOSCALER + "-release").inputs(),
        "",
        """
        name: cluster-autoscaler
        namespace: kube-system
        chart: cluster-autoscaler
        version: "9.59.0"
        repositoryOpts: {repo: "https://kubernetes.github.io/autoscaler"}
        timeout: 900
        compat: "true"
        values:
          fullnameOverride: cluster-autoscaler
          autoDiscovery: {clusterName: shop-1a2b3c4}
          awsRegion: eu-west-1
          rbac: {serviceAccount: {name: cluster-autoscaler}}
          customArgs:
          - --balance-similar-node-groups
          - --expander=least-waste
          - --skip-nodes-with-local-storage=false
          - --skip-nodes-with-system-pods=false
          replicaCount: 1
          resources: {requests: {cpu: 50m, memory: 300Mi}, limits: {memory: 300Mi}}
        """);
  }

  @Test
  void twoOfEachRunInProd() {
    for (String controller : List.of(BALANCERS, AUTOSCALER)) {
      assertYaml(prod.get(controller + "-release").inputs(), "/values/replicaCount", "2");
    }
  }

  @Test
  void chartsAndImagesComeFromMirrors() {
    Recording mirrored =
        AmazonCloud.recording(
            "",
            ManagedClusterBuilder.builder(AmazonCloud.DEV)
                .mirrors(new Mirrors("https://charts.acme.com", "registry.acme.com/mirror"))
                .build());

    assertYaml(
        mirrored.get(BALANCERS + "-release").inputs(),
        "/repositoryOpts",
        "{repo: 'https://charts.acme.com'}");
    assertYaml(
        mirrored.get(BALANCERS + "-release").inputs(),
        "/values/image",
        "{repository: registry.acme.com/mirror/eks/aws-load-balancer-controller}");
    assertYaml(
        mirrored.get(AUTOSCALER + "-release").inputs(),
        "/values/image",
        "{repository: registry.acme.com/mirror/autoscaling/cluster-autoscaler}");
  }

  @Test
  void eachMayDoWhatItsPolicySays() {
    assertRole("aws-load-balancer-controller", Rights::loadBalancers);
    assertRole("cluster-autoscaler", Rights::autoscaler);
  }

  @Test
  void areUpOnlyWithRightsThatTheirPodsGetWhenTheyStart() {
    assertThat(dev.get("shop-storage-class").dependencies())
        .containsExactly("shop-aws-ebs-csi-driver");
    assertThat(dev.get(BALANCERS + "-release").dependencies())
        .containsExactly(
            "shop-aws-ebs-csi-driver",
            BALANCERS + "-association",
            BALANCERS + "-rights",
            "shop-cluster",
            "shop-coredns",
            "shop-metrics-server",
            "shop-vpc");
    assertThat(dev.get(AUTOSCALER + "-release").dependencies())
        .containsExactly(
            "shop-cluster", AUTOSCALER + "-association", AUTOSCALER + "-rights", "shop-coredns");
  }

  @Test
  void everyObjectGoesThroughTheClustersProvider() {
    for (String object :
        List.of("shop-storage-class", BALANCERS + "-release", AUTOSCALER + "-release")) {
      assertThat(dev.get(object).provider()).isEqualTo("shop-provider");
    }
  }

  private void assertRole(String account, Function<Rights, String> policy) {
    String name = "shop-" + account;

    assertThat(dev.childrenOf(name + "-identity"))
        .containsExactlyInAnyOrder(
            "aws:iam/role:Role %s".formatted(name),
            "aws:iam/rolePolicy:RolePolicy %s-rights".formatted(name),
            "aws:eks/podIdentityAssociation:PodIdentityAssociation %s-association".formatted(name));
    assertThat(dev.get(name).inputs())
        .containsEntry(
            "assumeRolePolicy",
            new Trust(RoleArn.of(AmazonCloud.DEPLOYER))
                .pods(RIGHTS.clusterArn(), "kube-system", account));
    assertThat(dev.get(name + "-rights").inputs())
        .containsEntry("role", name + "-1a2b3c4")
        .containsEntry("policy", policy.apply(RIGHTS));
    assertYaml(
        dev.get(name + "-association").inputs(),
        "",
        """
        clusterName: shop-1a2b3c4
        namespace: kube-system
        serviceAccount: %s
        roleArn: arn:of:%s
        tags: {%s}
        """
            .formatted(account, name, YAML));
  }
}
