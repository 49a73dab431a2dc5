package com.onlinestore.engine;

import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.deployment.internal.DeploymentImpl;
import com.pulumi.deployment.internal.DeploymentInstanceHolder;
import com.pulumi.deployment.internal.DeploymentInstanceInternal;
import com.pulumi.internal.PulumiInternal;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import pulumirpc.Resource.SupportsFeatureRequest;

/**
 * Runs a program under Pulumi's engine as {@code Pulumi.run} does, but for two costs of the SDK
 * that grow with the number of resources: it waits for tasks without polling, and does not send the
 * text of every request to the engine as debug messages that nobody reads.
 *
 * <p>The trap: it is made of the SDK's internal classes, as {@code com.onlinestore.plan} is, so a
 * new release of the SDK is tried with {@code EngineIT}. With {@code pulumi up --debug} the
 * program's own debug messages are missing.
 */
public final class EngineRun {

  private static final SupportsFeatureRequest GREETING =
      SupportsFeatureRequest.newBuilder().setId("resourceReferences").build();

  private final CompletableFuture<DeploymentImpl.DeploymentState> connected;

  private EngineRun(CompletableFuture<DeploymentImpl.DeploymentState> connected) {
    this.connected = connected;
  }

  /**
   * Connects to the engine that the environment names, beside whatever the caller goes on with: the
   * first request costs half a second of loading and greeting.
   */
  public static EngineRun connect() {
    return new EngineRun(CompletableFuture.supplyAsync(EngineRun::greeted));
  }

  /** {@link #connect} and {@link #run}, for a program that has nothing to do beside. */
  public static int of(Consumer<Context> program) {
    return connect().run(program);
  }

  private static DeploymentImpl.DeploymentState greeted() {
    var state = DeploymentImpl.DeploymentState.fromEnvironment();
    Logger log = Logger.getLogger(DeploymentImpl.class.getName());
    if (!log.isLoggable(Level.FINEST)) {
      // It shows each error a second time, on standard error.
      log.setLevel(Level.OFF);
    }
    // Only the connection matters: the program asks again, and sees a failure then.
    state.monitor.supportsFeatureAsync(GREETING);
    return state;
  }

  /**
   * Runs a program to its end; what it throws is told to the engine.
   *
   * @return the exit code that Pulumi's Java host expects
   */
  public int run(Consumer<Context> program) {
    var state = connected.join();
    var runner = new WaitingEngineRunner(state.runner);
    state.runner = runner;
    state.logger = new QuietEngineLogger(state.logger);
    // The SDK's first Output makes static ones, which must belong to no run.
    Output.of("");
    var deployment = new RegisteringDeployment(state, ForkJoinPool.commonPool());
    DeploymentInstanceHolder.setInstance(new DeploymentInstanceInternal(deployment));
    var context = ProgramContext.of(deployment);
    return new PulumiInternal(runner, context).runAsync(program).join();
  }
}
