package com.onlinestore.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.pulumi.Context;
import com.pulumi.Log;
import com.pulumi.core.Output;
import com.pulumi.deployment.internal.DeploymentImpl;
import com.pulumi.deployment.internal.DeploymentInstanceHolder;
import com.pulumi.deployment.internal.DeploymentInstanceInternal;
import com.pulumi.internal.PulumiInternal;
import com.pulumi.resources.ComponentResource;
import com.pulumi.test.Mocks;
import com.pulumi.test.internal.MockEngine;
import com.pulumi.test.internal.MockMonitor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class RegisteringDeploymentTest {

  private final CountDownLatch made = new CountDownLatch(1);
  private final List<String> order = new CopyOnWriteArrayList<>();

  @Test
  void theProgramGoesOnWhileItsResourcesAreRegistered() {
    int exitCode =
        run(
            context -> {
              new ComponentResource("a:b:C", "c");
              order.add("made");
              made.countDown();
            });

    assertThat(exitCode).isZero();
    assertThat(order).containsExactly("made", "registered c");
  }

  private int run(Consumer<Context> program) {
    // The SDK's first Output makes static ones, which must not belong to this deployment.
    Output.of("");
    var state =
        new DeploymentImpl.DeploymentState(
            new DeploymentImpl.Config(ImmutableMap.of(), ImmutableSet.of()),
            Logger.getAnonymousLogger(),
            "organization",
            "project",
            "stack",
            "",
            true,
            new MockEngine(),
            new MockMonitor(new AfterTheProgram(), Log.ignore()));
    var deployment = new RegisteringDeployment(state, ForkJoinPool.commonPool());
    DeploymentInstanceHolder.setInstance(new DeploymentInstanceInternal(deployment));
    try {
      return new PulumiInternal(state.runner, ProgramContext.of(deployment))
          .runAsync(program)
          .join();
    } finally {
      DeploymentInstanceHolder.setInstance(null);
    }
  }

  /** Answers once the program is through with the resource, or has kept it waiting for long. */
  private final class AfterTheProgram implements Mocks {

    @Override
    public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs args) {
      try {
        made.await(5, TimeUnit.SECONDS);
      } catch (InterruptedException stopped) {
        throw new IllegalStateException(stopped);
      }
      order.add("registered " + args.name);
      return CompletableFuture.completedFuture(ResourceResult.of(Optional.empty(), Map.of()));
    }
  }
}
