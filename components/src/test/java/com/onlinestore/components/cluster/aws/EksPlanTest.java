package com.onlinestore.components.cluster.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Recording;
import com.onlinestore.components.cluster.ManagedClusterBuilder;
import com.pulumi.test.Mocks;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

class EksPlanTest {

  private static final String PINNED =
      """
      addonVersions:
        vpc-cni: v1
        kube-proxy: v1
        eks-pod-identity-agent: v1
        coredns: v1
        aws-ebs-csi-driver: v1
        metrics-server: v1
      """;

  /** Nothing exists yet: no name, no endpoint, no issuer, no security group. */
  @Test
  void aPlanAsksAmazonForNothingButTheVersionsOfAddons() {
    Queue<String> asked = new ConcurrentLinkedQueue<>();
    plan("", asked);

    assertThat(asked).containsExactlyInAnyOrderElementsOf(EksAddon.names());
  }

  @Test
  void aPlanAsksNothingWhereTheyArePinned() {
    Queue<String> asked = new ConcurrentLinkedQueue<>();
    plan(PINNED, asked);

    assertThat(asked).isEmpty();
  }

  private static void plan(String yaml, Queue<String> asked) {
    Recording.preview(
        new Unknown(asked),
        () ->
            AmazonCloud.cluster(
                "shop",
                yaml,
                ManagedClusterBuilder.builder(AmazonCloud.PROD)
                    .check((address, access) -> asked.add(address))
                    .build()));
  }

  private record Unknown(Queue<String> asked) implements Mocks {

    @Override
    public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs args) {
      return CompletableFuture.completedFuture(ResourceResult.of(Optional.empty(), Map.of()));
    }

    @Override
    public CompletableFuture<Map<String, Object>> callAsync(CallArgs args) {
      asked.add((String) args.args.get("addonName"));
      return CompletableFuture.completedFuture(
          Map.of(
              "id",
              "1",
              "addonName",
              args.args.get("addonName"),
              "kubernetesVersion",
              args.args.get("kubernetesVersion"),
              "version",
              "v1"));
    }
  }
}
