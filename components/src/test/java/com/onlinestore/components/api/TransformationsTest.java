package com.onlinestore.components.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import com.onlinestore.components.AllComponents;
import com.onlinestore.components.Recording;
import com.onlinestore.components.Registered;
import com.onlinestore.components.cluster.BucketRequest;
import com.onlinestore.components.cluster.DestroyGuard;
import com.onlinestore.components.cluster.ExistingCluster;
import com.onlinestore.components.cluster.ExistingClusterSettings;
import com.onlinestore.components.cluster.KubernetesCluster;
import com.onlinestore.components.cluster.ManagedCluster;
import com.onlinestore.components.cluster.ManagedClusterBuilder;
import com.onlinestore.components.cluster.aws.AmazonCloud;
import com.onlinestore.components.cluster.aws.EksCluster;
import com.onlinestore.components.cluster.gcp.GkeCluster;
import com.onlinestore.components.cluster.gcp.GkeSettings;
import com.onlinestore.components.cluster.gcp.GoogleCloud;
import com.onlinestore.components.kubernetes.ManifestArgs;
import com.onlinestore.components.kubernetes.Patch;
import com.pulumi.aws.ec2.VpcArgs;
import com.pulumi.core.Alias;
import com.pulumi.gcp.compute.NetworkArgs;
import com.pulumi.kubernetes.helm.v3.ReleaseArgs;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ResourceArgs;
import com.pulumi.resources.ResourceOptions;
import com.pulumi.resources.ResourceTransformation;
import com.pulumi.test.Mocks;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whoever uses the components from Java can change every child, by a transformation of theirs. */
class TransformationsTest {

  private static final Patch LABEL =
      new Patch(Map.of("metadata", Map.of("labels", Map.of("tier", "shop"))));

  private static final Queue<String> OFFERED = new ConcurrentLinkedQueue<>();
  private static final Queue<Class<?>> MADE = new ConcurrentLinkedQueue<>();

  private static Recording changed;

  @BeforeAll
  static void registersEveryComponent() {
    changed = Recording.of(new BothClouds(), () -> everything(TransformationsTest::change));
  }

  @Test
  void everyComponentOfTheLibraryIsTriedHere() {
    assertThat(MADE)
        .containsAll(
            PublicApi.read().types().stream()
                .filter(ComponentResource.class::isAssignableFrom)
                .filter(type -> Modifier.isPublic(type.getModifiers()))
                // It takes no options, and has no child that one could change.
                .filter(type -> type != DestroyGuard.class)
                .toList());
  }

  @Test
  void everyChildIsOfferedToTheTransformationOfWhoeverMakesTheComponent() {
    assertThat(changed.resources()).hasSizeGreaterThan(200);
    assertThat(changed.resources()).extracting(Registered::toString).isSubsetOf(OFFERED);
  }

  @Test
  void everyKubernetesObjectTakesAChange() {
    assertThat(changed.manifests())
        .hasSizeGreaterThan(80)
        .allSatisfy(
            object ->
                assertThat(metadata(object).get("labels"))
                    .asInstanceOf(MAP)
                    .containsEntry("tier", "shop"));
  }

  @Test
  void theValuesOfEveryReleaseTakeAChange() {
    assertThat(of("kubernetes:helm.sh/v3:Release"))
        .hasSizeGreaterThan(10)
        .allSatisfy(
            release ->
                assertThat(release.inputs().get("values")).isEqualTo(Map.of("changed", true)));
  }

  @Test
  void whatACloudMakesTakesAChange() {
    assertThat(of("aws:ec2/vpc:Vpc"))
        .singleElement()
        .satisfies(vpc -> assertThat(vpc.inputs()).containsEntry("cidrBlock", "10.99.0.0/16"));
    assertThat(of("gcp:compute/network:Network"))
        .singleElement()
        .satisfies(net -> assertThat(net.inputs()).containsEntry("description", "changed"));
  }

  @Test
  void everyChildTakesAnAliasAnImportAndProtection() {
    assertThat(changed.resources())
        .filteredOn(each -> !each.type().startsWith("online-store:"))
        .hasSizeGreaterThan(150)
        .allSatisfy(
            child -> {
              // The SDK has aliases of its own for types that were renamed.
              assertThat(child.aliases()).contains("old-" + child.name());
              assertThat(child.adopts()).isEqualTo("id-of-" + child.name());
              assertThat(child.protect()).isTrue();
            });
  }

  private static Optional<ResourceTransformation.Result> change(ResourceTransformation.Args child) {
    OFFERED.add(
        child.resource().pulumiResourceType() + " " + child.resource().pulumiResourceName());
    MADE.add(child.resource().getClass());
    return Optional.of(new ResourceTransformation.Result(changed(child.args()), changed(child)));
  }

  private static ResourceArgs changed(ResourceArgs args) {
    if (args instanceof ManifestArgs manifest) {
      return manifest.patched(LABEL);
    }
    if (args instanceof ReleaseArgs release) {
      return ReleaseArgs.builder(release).values(Map.of("changed", true)).build();
    }
    if (args instanceof VpcArgs vpc) {
      return VpcArgs.builder(vpc).cidrBlock("10.99.0.0/16").build();
    }
    if (args instanceof NetworkArgs network) {
      return NetworkArgs.builder(network).description("changed").build();
    }
    return args;
  }

  private static ResourceOptions changed(ResourceTransformation.Args child) {
    String name = child.resource().pulumiResourceName();
    return child.options() instanceof CustomResourceOptions options
        ? CustomResourceOptions.merge(
            options,
            CustomResourceOptions.builder()
                .aliases(Alias.builder().name("old-" + name).build())
                .importId("id-of-" + name)
                .protect(true)
                .build())
        : child.options();
  }

  private static void everything(ResourceTransformation change) {
    ComponentResourceOptions mine =
        ComponentResourceOptions.builder().resourceTransformations(change).build();
    new EksCluster(
        "shop",
        AmazonCloud.settings(AmazonCloud.TWO_GROUPS),
        AmazonCloud.REGION,
        withLogs(AmazonCloud.PROD),
        mine);
    new GkeCluster(
        "store",
        GkeSettings.defaults(),
        GoogleCloud.PROJECT,
        GoogleCloud.REGION,
        withLogs(GoogleCloud.PROD),
        mine);
    KubernetesCluster cluster =
        new ExistingCluster("cluster", ExistingClusterSettings.defaults(), mine);
    AllComponents.on(cluster, ComponentResourceOptions.merge(cluster.options(), mine));
  }

  private static ManagedCluster withLogs(ManagedCluster managed) {
    return ManagedClusterBuilder.builder(managed)
        .logs(new BucketRequest("loki", 30, "logging", "loki"))
        .build();
  }

  private static List<Registered> of(String type) {
    return changed.resources().stream().filter(each -> each.type().equals(type)).toList();
  }

  private static Map<?, ?> metadata(Map<String, Object> object) {
    return (Map<?, ?>) object.get("metadata");
  }

  private static final class BothClouds implements Mocks {

    private final Mocks google = new GoogleCloud();
    private final Mocks amazon = new AmazonCloud();

    @Override
    public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs args) {
      return (args.type.startsWith("gcp:") ? google : amazon).newResourceAsync(args);
    }

    @Override
    public CompletableFuture<Map<String, Object>> callAsync(CallArgs args) {
      return (args.token.startsWith("gcp:") ? google : amazon).callAsync(args);
    }
  }
}
