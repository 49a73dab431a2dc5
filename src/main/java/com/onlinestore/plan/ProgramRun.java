package com.onlinestore.plan;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.onlinestore.engine.ProgramContext;
import com.onlinestore.engine.RegisteringDeployment;
import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.deployment.DeploymentInstance;
import com.pulumi.deployment.internal.DeploymentImpl;
import com.pulumi.deployment.internal.DeploymentInstanceHolder;
import com.pulumi.deployment.internal.DeploymentInstanceInternal;
import com.pulumi.internal.PulumiInternal;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs a Pulumi program in this process as the SDK does for the engine, in a preview.
 *
 * <p>The trap: the SDK finds the running deployment through the thread, and an {@code Output} keeps
 * the one it was made in for good. So each run invalidates its own at the end, and an {@code
 * Output} in a static field works in one run only.
 */
final class ProgramRun {

  // What the engine says where nobody has organizations.
  private static final String ORGANIZATION = "organization";

  private ProgramRun() {}

  /**
   * Runs the program to its end and returns what it threw, first come first.
   *
   * @param beside registers resources while the program goes on
   */
  static List<Throwable> run(
      StackConfig settings, Recording recording, Executor beside, Consumer<Context> program) {
    // The SDK's first Output makes static ones; they must not belong to this deployment.
    Output.of("");
    var config =
        new DeploymentImpl.Config(
            ImmutableMap.copyOf(settings.config()), ImmutableSet.copyOf(settings.secretKeys()));
    var runner = new WaitingRunner();
    var state =
        new DeploymentImpl.DeploymentState(
            config,
            silentLogger(),
            ORGANIZATION,
            settings.project(),
            settings.stack(),
            "",
            true,
            new UnusedEngine(),
            new RecordingMonitor(recording));
    state.logger = new RecordingLogger(recording);
    state.runner = runner;
    var deployment = new RegisteringDeployment(state, beside);
    var context = ProgramContext.of(deployment);
    var instance = new DeploymentInstanceInternal(deployment);
    DeploymentInstanceHolder.setInstance(instance);
    try {
      new PulumiInternal(runner, context)
          .runAsync(runner.ending(program.andThen(end -> checkStillIn(instance))))
          .join();
    } finally {
      instance.markInvalid();
      DeploymentInstanceHolder.setInstance(null);
    }
    return runner.failures();
  }

  // Otherwise what hangs on such an Output would be missing from the plan without a word.
  private static void checkStillIn(DeploymentInstance instance) {
    if (DeploymentInstanceHolder.getInstanceNoThrow() != instance) {
      throw new IllegalStateException(
          "The program used an Output of an earlier run; keep no Output in a static field.");
    }
  }

  // The SDK would print every error with its stack trace, whatever the caller makes of it.
  private static Logger silentLogger() {
    Logger logger = Logger.getAnonymousLogger();
    logger.setLevel(Level.OFF);
    return logger;
  }
}
