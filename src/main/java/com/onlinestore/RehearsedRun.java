package com.onlinestore;

import com.onlinestore.errors.UserError;
import com.pulumi.Context;
import com.pulumi.exceptions.RunException;
import java.io.PrintStream;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/**
 * A run under the engine that heeds its rehearsal: before the first resource, or in a preview,
 * which creates nothing, at the end, so that the two go on beside each other.
 */
final class RehearsedRun {

  private final Rehearsal rehearsal;
  private final boolean preview;
  private volatile boolean heeded;

  RehearsedRun(Rehearsal rehearsal, boolean preview) {
    this.rehearsal = rehearsal;
    this.preview = preview;
  }

  /**
   * Runs a program, and returns the exit code.
   *
   * @param engine runs a program, and tells its exit code
   * @param aside where the refusal goes if the run ends before it could be heeded
   */
  int of(Consumer<Context> program, ToIntFunction<Consumer<Context>> engine, PrintStream aside) {
    int exitCode = engine.applyAsInt(context -> run(program, context));
    if (!heeded && !rehearsal.outcome().refusal().isEmpty()) {
      // A run ends with the first request that fails. Where the engine ends the program, because a
      // provider refused a resource, the next run tells it.
      aside.println(rehearsal.outcome().refusal());
    }
    return exitCode;
  }

  private void run(Consumer<Context> program, Context context) {
    if (!preview) {
      heed(context);
    }
    try {
      program.accept(context);
    } catch (UserError e) {
      heeded = e.getMessage().equals(rehearsal.outcome().refusal());
      // The engine shows the message of this exception alone, others with a stack trace.
      throw new RunException(e.getMessage());
    }
    if (preview) {
      heed(context);
    }
  }

  private void heed(Context context) {
    Rehearsal.Outcome outcome = rehearsal.outcome();
    heeded = true;
    if (!outcome.refusal().isEmpty()) {
      throw new RunException(outcome.refusal());
    }
    if (!outcome.warning().isEmpty()) {
      context.log().warn(outcome.warning());
    }
  }
}
