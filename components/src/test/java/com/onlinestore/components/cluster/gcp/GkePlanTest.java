package com.onlinestore.components.cluster.gcp;

import static com.onlinestore.components.Recording.TOP;
import static org.assertj.core.api.Assertions.assertThat;

import com.onlinestore.components.Recording;
import com.onlinestore.components.cluster.ManagedClusterBuilder;
import com.pulumi.test.Mocks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

class GkePlanTest {

  /** Nothing exists yet, and nobody has credentials. */
  @Test
  void aPlanAsksGoogleNothing() {
    Queue<String> asked = new ConcurrentLinkedQueue<>();
    Recording.preview(
        new Unknown(asked),
        () ->
            new GkeCluster(
                "shop",
                GkeSettings.defaults(),
                GoogleCloud.PROJECT,
                GoogleCloud.REGION,
                ManagedClusterBuilder.builder(GoogleCloud.PROD)
                    .check((address, access) -> asked.add(address))
                    .build(),
                TOP));

    assertThat(asked).isEmpty();
  }

  private record Unknown(Queue<String> asked) implements Mocks {

    @Override
    public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs args) {
      return CompletableFuture.completedFuture(ResourceResult.of(Optional.empty(), Map.of()));
    }

    @Override
    public CompletableFuture<Map<String, Object>> callAsync(CallArgs args) {
      asked.addAll(List.of(args.token));
      return CompletableFuture.failedFuture(new IllegalStateException("No credentials."));
    }
  }
}
