package com.onlinestore.engine;

import com.pulumi.Context;
import com.pulumi.deployment.internal.DeploymentImpl;
import com.pulumi.deployment.internal.DeploymentInstanceHolder;
import com.pulumi.deployment.internal.DeploymentInstanceInternal;
import com.pulumi.internal.PulumiInternal;
import java.util.function.Consumer;

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

  private EngineRun() {}

  /**
   * Runs a program to its end; what it throws is told to the engine.
   *
   * @return the exit code that Pulumi's Java host expects
   */
  public static int of(Consumer<Context> program) {
    var state = DeploymentImpl.DeploymentState.fromEnvironment();
    var runner = new WaitingEngineRunner(state.runner);
    state.runner = runner;
    state.logger = new QuietEngineLogger(state.logger);
    var deployment = new DeploymentImpl(state);
    DeploymentInstanceHolder.setInstance(new DeploymentInstanceInternal(deployment));
    var context = ProgramContext.of(deployment);
    return new PulumiInternal(runner, context).runAsync(program).join();
  }
}
