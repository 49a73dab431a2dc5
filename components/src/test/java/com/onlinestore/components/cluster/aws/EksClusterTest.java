package com.onlinestore.components.cluster.aws;

import static com.onlinestore.components.Yaml.assertYaml;
import static com.onlinestore.components.cluster.aws.AmazonCloud.DEV;
import static com.onlinestore.components.cluster.aws.AmazonCloud.NAME;
import static com.onlinestore.components.cluster.aws.AmazonCloud.PROD;
import static com.onlinestore.components.cluster.aws.AmazonCloud.TWO_GROUPS;
import static com.onlinestore.components.cluster.aws.AmazonCloud.cluster;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.onlinestore.components.Recording;
import com.onlinestore.components.Registered;
import com.onlinestore.components.Yaml;
import com.onlinestore.components.cluster.AccessSettings;
import com.onlinestore.components.cluster.ManagedClusterBuilder;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import com.pulumi.resources.ResourceArgs;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EksClusterTest {

  private static final List<String> PARTS =
      List.of(
          "online-store:cluster:EksNetwork shop-network",
          "online-store:cluster:EksControlPlane shop-control-plane",
          "online-store:cluster:PodRole shop-aws-node-identity",
          "online-store:cluster:PodRole shop-ebs-csi-controller-sa-identity",
          "aws:eks/addon:Addon shop-vpc-cni",
          "aws:eks/addon:Addon shop-kube-proxy",
          "aws:eks/addon:Addon shop-eks-pod-identity-agent",
          "aws:eks/addon:Addon shop-coredns",
          "aws:eks/addon:Addon shop-aws-ebs-csi-driver",
          "aws:eks/addon:Addon shop-metrics-server",
          "online-store:cluster:EksNodes shop-nodes",
          "pulumi:providers:kubernetes shop-provider",
          "online-store:cluster:EksControllers shop-controllers");

  private final Recording dev = Clusters.DEV;
  private final Recording prod = Clusters.PROD;

  @Test
  void consistsOfItsPartsAndTheProvider() {
    assertThat(dev.resources())
        .extracting(Registered::toString)
        .contains("online-store:cluster:EksCluster shop");
    assertThat(dev.childrenOf(NAME)).containsExactlyInAnyOrderElementsOf(PARTS);
    assertThat(prod.childrenOf(NAME)).containsExactlyInAnyOrderElementsOf(PARTS);
    assertThat(dev.resources()).hasSize(72);
    assertThat(prod.resources()).hasSize(86);
  }

  @ParameterizedTest
  @CsvSource({
    "shop-cluster,shop-vpc-cni",
    "shop-cluster,shop-kube-proxy",
    "shop-cluster,shop-eks-pod-identity-agent",
    "shop-vpc-cni,shop-base",
    "shop-kube-proxy,shop-search",
    "shop-eks-pod-identity-agent,shop-base",
    "shop-public-0-association,shop-base",
    "shop-private-2-route,shop-search",
    "shop-search,shop-coredns",
    "shop-base,shop-aws-ebs-csi-driver",
    "shop-base,shop-metrics-server",
    "shop-coredns,shop-cluster-autoscaler-release",
    "shop-aws-ebs-csi-driver,shop-storage-class",
    "shop-metrics-server,shop-aws-load-balancer-controller-release",
    "shop-access-deployer-policy,shop-provider"
  })
  void comesUpInOrderAndGoesInItsReverse(String first, String then) {
    assertThat(Clusters.before(prod, then)).contains(first);
    assertThat(Clusters.before(prod, first)).doesNotContain(then);
  }

  /** What is left over is deleted first, whoever still needs it. */
  @Test
  void everythingInAwsIsNeededByAControllerOrHarmlessToLose() {
    assertThat(leaves(dev))
        .containsExactlyInAnyOrder(
            "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup shop-default-group",
            "aws:iam/openIdConnectProvider:OpenIdConnectProvider shop-identity",
            "kubernetes:storage.k8s.io/v1:StorageClass shop-storage-class",
            "kubernetes:helm.sh/v3:Release shop-aws-load-balancer-controller-release",
            "kubernetes:helm.sh/v3:Release shop-cluster-autoscaler-release");
    assertThat(leaves(prod))
        .containsExactlyInAnyOrder(
            "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup shop-default-group",
            "aws:ec2/flowLog:FlowLog shop-flow",
            "aws:iam/openIdConnectProvider:OpenIdConnectProvider shop-identity",
            "kubernetes:storage.k8s.io/v1:StorageClass shop-storage-class",
            "kubernetes:helm.sh/v3:Release shop-aws-load-balancer-controller-release",
            "kubernetes:helm.sh/v3:Release shop-cluster-autoscaler-release");
  }

  @Test
  void whatIsPutIntoItWaitsForTheControllersThatCleanUpAfterIt() {
    Recording recording =
        Recording.of(new AmazonCloud(), () -> new Guest(cluster(NAME, "", DEV)).thing("object"));

    assertThat(recording.get("object").dependencies())
        .containsExactly(
            "shop-aws-load-balancer-controller-release",
            "shop-cluster-autoscaler-release",
            "shop-storage-class");
  }

  /** The rest, such as administrators who leave, must stay changeable in production. */
  @Test
  void whatCannotBeMadeAgainAsItWasIsProtectedWhereTheClusterIs() {
    assertThat(prod.resources())
        .filteredOn(Registered::protect)
        .extracting(Registered::toString)
        .containsExactlyInAnyOrder(
            "aws:ec2/vpc:Vpc shop-vpc",
            "aws:ec2/subnet:Subnet shop-public-0",
            "aws:ec2/subnet:Subnet shop-public-1",
            "aws:ec2/subnet:Subnet shop-public-2",
            "aws:ec2/subnet:Subnet shop-private-0",
            "aws:ec2/subnet:Subnet shop-private-1",
            "aws:ec2/subnet:Subnet shop-private-2",
            "aws:cloudwatch/logGroup:LogGroup shop-flow-log",
            "aws:kms/key:Key shop-key",
            "aws:cloudwatch/logGroup:LogGroup shop-log",
            "aws:eks/cluster:Cluster shop-cluster");
    assertThat(dev.resources()).noneMatch(Registered::protect);
  }

  @Test
  void kubectlProvesItselfByTheAwsProgram() {
    assertYaml(
        kubeconfig(dev),
        "",
        """
        apiVersion: v1
        kind: Config
        current-context: shop-1a2b3c4
        contexts:
        - {name: shop-1a2b3c4, context: {cluster: shop-1a2b3c4, user: shop-1a2b3c4}}
        clusters:
        - name: shop-1a2b3c4
          cluster: {server: "https://shop.eks.amazonaws.com", certificate-authority-data: Q0E=}
        users:
        - name: shop-1a2b3c4
          user:
            exec:
              apiVersion: client.authentication.k8s.io/v1beta1
              command: aws
              args: [--region, eu-west-1, eks, get-token, --cluster-name, shop-1a2b3c4, --output, json]
              interactiveMode: IfAvailable
              provideClusterInfo: true
        """);
  }

  @Test
  void kubectlTakesTheProxyTheProfileAndTheRole() {
    assertYaml(
        kubeconfig(prod),
        "/clusters/0/cluster",
        """
        server: https://shop.eks.amazonaws.com
        certificate-authority-data: Q0E=
        proxy-url: http://localhost:8888
        """);
    assertYaml(
        kubeconfig(prod),
        "/users/0/user/exec",
        """
        apiVersion: client.authentication.k8s.io/v1beta1
        command: aws
        args:
        - --region
        - eu-west-1
        - eks
        - get-token
        - --cluster-name
        - shop-1a2b3c4
        - --output
        - json
        - --role-arn
        - arn:aws:iam::111122223333:role/deployer
        env: [{name: AWS_PROFILE, value: acme}]
        interactiveMode: IfAvailable
        provideClusterInfo: true
        """);
  }

  @Test
  void theProviderComesAfterEverybodyWhoMayConnect() {
    assertThat(prod.get("shop-provider").dependencies())
        .containsExactly("shop-access-deployer-policy", "shop-access-ops-policy", "shop-cluster");
    assertThat(prod.get("shop-provider").version()).isEqualTo("4.32.0");
    assertThat(prod.get("shop-provider").inputs())
        .containsEntry("clusterIdentifier", "https://shop.eks.amazonaws.com");
  }

  @Test
  void asksWhetherTheApiServerIsReachedBeforeAnythingUsesIt() {
    AtomicReference<String> asked = new AtomicReference<>();
    AmazonCloud.recording(
        "",
        ManagedClusterBuilder.builder(PROD)
            .check((address, access) -> asked.set(address + " by " + access.proxy()))
            .build());

    assertThat(asked).hasValue("https://shop.eks.amazonaws.com by http://localhost:8888");
  }

  @Test
  void anEmptyClusterHasNodesAndNothingOfKubernetes() {
    AtomicReference<EksCluster> cluster = new AtomicReference<>();
    AtomicReference<String> asked = new AtomicReference<>("nobody");
    Recording recording =
        Recording.of(
            new AmazonCloud(),
            () ->
                cluster.set(
                    cluster(
                        NAME,
                        TWO_GROUPS,
                        ManagedClusterBuilder.builder(PROD)
                            .empty(true)
                            .check((address, access) -> asked.set(address))
                            .build())));

    assertThat(recording.childrenOf(NAME))
        .containsExactlyInAnyOrderElementsOf(PARTS.subList(0, 11));
    assertThat(recording.resources())
        .noneMatch(resource -> resource.type().contains("kubernetes"))
        .noneMatch(resource -> !resource.provider().isEmpty());
    assertThat(asked).hasValue("nobody");
    assertThat(cluster.get().foundation())
        .extracting(Resource::pulumiResourceName)
        .containsExactly("shop-coredns", "shop-aws-ebs-csi-driver", "shop-metrics-server");
    assertThatThrownBy(cluster.get()::provider)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Nothing is put into a cluster that is to stay empty.");
  }

  @Test
  void handsOutWhatTheRestOfTheStackNeeds() {
    AtomicReference<EksCluster> cluster = new AtomicReference<>();
    Recording.of(new AmazonCloud(), () -> cluster.set(cluster(NAME, "version: \"1.34\"", DEV)));

    assertThat(cluster.get().provider().pulumiResourceName()).isEqualTo("shop-provider");
    assertThat(cluster.get().foundation())
        .extracting(Resource::pulumiResourceName)
        .containsExactly(
            "shop-storage-class",
            "shop-aws-load-balancer-controller-release",
            "shop-cluster-autoscaler-release");
    assertThat(cluster.get().facts().kubernetesVersion()).isEqualTo("1.34");
    assertThat(cluster.get().cost().least()).isEqualByComparingTo("284");
  }

  /** The roles of its parts begin with its name and have at most 64 characters. */
  @ParameterizedTest
  @ValueSource(strings = {"Shop", "1shop", "shop-", "shop_1", "a234567890123456789012345678"})
  void refusesANameThatItsRolesCouldNotHave(String name) {
    assertThat(Recording.refusal(() -> cluster(name, "", DEV)))
        .isEqualTo("name (\"%s\") must match %s.".formatted(name, EksCluster.NAME));
    assertThat("a".repeat(27)).matches(EksCluster.NAME);
  }

  @Test
  void refusesSettingsAndAccessWithProblems() {
    assertThat(Recording.refusal(() -> cluster(NAME, "network: {zones: [us-east-1a]}", DEV)))
        .isEqualTo(
            """
            shop: the cluster's settings have problems
              network.zones: [us-east-1a] must be 3 different zones of eu-west-1.
              network.zones[0]: "us-east-1a" is no zone of eu-west-1; zones are written like\
             eu-west-1a."""
                .replace("\n", System.lineSeparator()));
    assertThat(
            Recording.refusal(
                () ->
                    cluster(
                        NAME,
                        "",
                        ManagedClusterBuilder.builder(DEV)
                            .access(new AccessSettings(List.of("0.0.0.0/0"), null, null))
                            .build())))
        .isEqualTo(
            """
            shop: the cluster's access has problems
              publicFrom[0]: "0.0.0.0/0" opens the API server to the internet; name the ranges of\
             your offices, runners and VPN, none wider than /8."""
                .replace("\n", System.lineSeparator()));
  }

  /** Pulumi adds a dash and seven letters; IAM takes 64 characters, EKS 63 for a node group. */
  @Test
  void theLongestNamesFitItsParts() {
    String groups = "nodeGroups: {%s: {instanceTypes: [m7i.large], min: 1, max: 2}}";
    Recording recording =
        Recording.of(
            new AmazonCloud(),
            () -> cluster("a".repeat(27), groups.formatted("b".repeat(20)), PROD));

    assertThat(lengths(recording, "aws:iam/role:Role")).hasSize(7).allMatch(each -> each + 8 <= 64);
    assertThat(lengths(recording, "aws:eks/nodeGroup:NodeGroup"))
        .hasSize(1)
        .allMatch(each -> each + 8 <= 63);
  }

  @Test
  void twoInAStackShareNoResourceName() {
    Recording recording =
        Recording.of(
            new AmazonCloud(),
            () -> {
              cluster("one", "", DEV);
              cluster("two", "", DEV);
            });

    assertThat(recording.resources())
        .hasSize(144)
        .extracting(Registered::toString)
        .doesNotHaveDuplicates();
  }

  /** The resources, without components and providers, that no other one waits for. */
  private static List<String> leaves(Recording recording) {
    List<String> needed =
        recording.resources().stream()
            .flatMap(resource -> resource.dependencies().stream())
            .toList();
    return recording.resources().stream()
        .filter(each -> each.type().startsWith("aws:") || each.type().startsWith("kubernetes:"))
        .filter(each -> !needed.contains(each.name()))
        .map(Registered::toString)
        .toList();
  }

  private static List<Integer> lengths(Recording recording, String type) {
    return recording.resources().stream()
        .filter(each -> each.type().equals(type))
        .map(each -> each.name().length())
        .toList();
  }

  private static Map<?, ?> kubeconfig(Recording recording) {
    return Yaml.read(Map.class, (String) recording.get("shop-provider").inputs().get("kubeconfig"));
  }

  private static final class Guest extends ComponentResource {

    Guest(EksCluster cluster) {
      super("toy:index:Guest", "guest", cluster.options());
    }

    void thing(String name) {
      new CustomResource(
          "kubernetes:core/v1:ConfigMap",
          name,
          ResourceArgs.Empty,
          CustomResourceOptions.builder().parent(this).build());
    }
  }
}
