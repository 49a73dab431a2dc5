package com.onlinestore.plan;

import com.pulumi.Context;
import com.pulumi.exceptions.RunException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Consumer;

/**
 * Finds out what a Pulumi program would create, without Pulumi, cluster, network or credentials:
 * the very program runs in this process, and a recorder takes the place of the engine.
 *
 * <p>The trap: a component must not keep an {@code Output} in a static field; the SDK ties it to
 * the first run.
 */
public final class Planner {

  private Planner() {}

  /**
   * The plan of a program.
   *
   * @param config settings by full key, as in {@code online-store:store}
   * @param secretKeys full keys of secret settings
   * @see #plan(StackConfig, Consumer)
   */
  public static Plan plan(
      String project,
      String stack,
      Map<String, String> config,
      Set<String> secretKeys,
      Consumer<Context> program) {
    return plan(new StackConfig(project, stack, config, secretKeys), program);
  }

  /**
   * The plan of a stack whose settings were read from its files.
   *
   * <p>What the program throws reaches the caller as it is, unless its message shows a secret.
   *
   * @throws PlanFailedException when the program only told the engine about errors, or the engine
   *     would have refused what it registered
   */
  public static Plan plan(StackConfig settings, Consumer<Context> program) {
    return plan(settings, ForkJoinPool.commonPool(), program);
  }

  /**
   * The same plan, whose resources another executor registers.
   *
   * @param beside works while the program goes on, or after it
   */
  public static Plan plan(StackConfig settings, Executor beside, Consumer<Context> program) {
    Map<String, String> config = settings.config();
    Secrets secrets =
        new Secrets(settings.secretKeys().stream().filter(config::containsKey).map(config::get));
    Recording recording = new Recording(settings.project(), settings.stack(), secrets);
    List<Throwable> failures = ProgramRun.run(settings, recording, beside, program);
    failures.stream().findFirst().ifPresent(first -> raise(first, secrets, recording.errors()));
    if (!recording.errors().isEmpty()) {
      throw new PlanFailedException(recording.errors());
    }
    return recording.plan();
  }

  private static void raise(Throwable failure, Secrets secrets, List<String> logged) {
    if (failure instanceof PlanFailedException) {
      throw new PlanFailedException(logged);
    }
    if (failure instanceof RunException || secrets.showIn(failure)) {
      List<String> messages = new ArrayList<>(logged);
      messages.add(secrets.maskMessage(String.valueOf(failure.getMessage())));
      throw new PlanFailedException(messages);
    }
    if (failure instanceof Error error) {
      throw error;
    }
    throw failure instanceof RuntimeException exception
        ? exception
        : new IllegalStateException(failure);
  }
}
