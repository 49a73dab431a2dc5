package com.onlinestore.components.cluster.aws;

import static com.onlinestore.components.Recording.TOP;

import com.onlinestore.components.Recording;
import com.onlinestore.components.Yaml;
import com.onlinestore.components.cluster.AccessSettings;
import com.onlinestore.components.cluster.ApiServerCheck;
import com.onlinestore.components.cluster.CloudTags;
import com.onlinestore.components.cluster.ManagedCluster;
import com.onlinestore.components.cluster.ManagedClusterBuilder;
import com.onlinestore.components.helm.Mirrors;
import com.onlinestore.components.settings.Profile;
import com.pulumi.test.Mocks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A stand-in for Amazon, and clusters to make there. */
public final class AmazonCloud implements Mocks {

  static final String NAME = "shop";
  public static final String REGION = "eu-west-1";
  static final String DEPLOYER = "arn:aws:iam::111122223333:role/deployer";

  static final CloudTags TAGS = new CloudTags("online-store", "eks", "prod", "Shop Team", "CC 42");

  /** The tags in YAML, without braces. */
  static final String YAML =
      "cost-centre: CC 42, environment: prod, owner: Shop Team, project: online-store, stack: eks";

  static final ManagedCluster DEV =
      new ManagedCluster(
          Profile.DEV,
          new AccessSettings(List.of("203.0.113.0/24"), null, null),
          false,
          false,
          TAGS,
          Mirrors.NONE,
          null,
          ApiServerCheck.NONE);

  public static final ManagedCluster PROD =
      ManagedClusterBuilder.builder(DEV)
          .profile(Profile.PROD)
          .access(new AccessSettings(null, null, "http://localhost:8888"))
          .guarded(true)
          .build();

  /** Two groups, an administrator, and kubectl by a profile and a role. */
  public static final String TWO_GROUPS =
      """
      admins: [arn:aws:iam::111122223333:role/ops, %s]
      profile: acme
      role: %s
      nodeGroups:
        base: {instanceTypes: [m7i.xlarge, m6i.xlarge], min: 3, max: 9}
        search:
          instanceTypes: [r7g.large]
          spot: true
          min: 2
          max: 6
          diskSize: 100
          labels: {tier: search}
          taints: [{key: acme.com/search, value: "yes", effect: NoExecute}]
          maxUnavailablePercent: 50
      addonVersions: {coredns: v1.12.4-eksbuild.1}
      """
          .formatted(DEPLOYER, DEPLOYER);

  public static EksSettings settings(String yaml) {
    return Yaml.read(EksSettings.class, "deployer: %s%n".formatted(DEPLOYER) + yaml);
  }

  static EksCluster cluster(String name, String yaml, ManagedCluster managed) {
    return new EksCluster(name, settings(yaml), REGION, managed, TOP);
  }

  static Recording recording(String yaml, ManagedCluster managed) {
    return Recording.of(new AmazonCloud(), () -> cluster(NAME, yaml, managed));
  }

  @Override
  public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs args) {
    Map<String, Object> outputs = new HashMap<>(args.inputs);
    outputs.putIfAbsent("name", args.name + "-1a2b3c4");
    outputs.putIfAbsent("arn", "arn:of:" + args.name);
    switch (args.type) {
      case "aws:eks/cluster:Cluster" -> {
        outputs.put("endpoint", "https://shop.eks.amazonaws.com");
        outputs.put("certificateAuthority", Map.of("data", "Q0E="));
        outputs.put(
            "identities",
            List.of(Map.of("oidcs", List.of(Map.of("issuer", "https://oidc.eks/id/SHOP")))));
        Map<Object, Object> network = new HashMap<>((Map<?, ?>) args.inputs.get("vpcConfig"));
        network.put("clusterSecurityGroupId", "sg-of-eks");
        outputs.put("vpcConfig", network);
      }
      case "aws:ec2/launchTemplate:LaunchTemplate" -> outputs.put("latestVersion", 7);
      default -> {}
    }
    return CompletableFuture.completedFuture(
        ResourceResult.of(Optional.of(args.name + "-id"), outputs));
  }

  @Override
  public CompletableFuture<Map<String, Object>> callAsync(CallArgs args) {
    if (!args.token.equals("aws:eks/getAddonVersion:getAddonVersion")) {
      return CompletableFuture.failedFuture(new IllegalStateException(args.token));
    }
    return CompletableFuture.completedFuture(
        Map.of(
            "id", args.args.get("addonName"),
            "addonName", args.args.get("addonName"),
            "kubernetesVersion", args.args.get("kubernetesVersion"),
            "version",
                "v%s-%s"
                    .formatted(args.args.get("kubernetesVersion"), args.args.get("addonName"))));
  }
}
