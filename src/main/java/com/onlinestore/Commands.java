package com.onlinestore;

import com.onlinestore.errors.UserError;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.concurrent.CompletionException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of a person at a terminal or of a pipeline. */
@Command(
    name = "online-store",
    description = "What a stack of the online store would create, without Pulumi or a cluster.",
    mixinStandardHelpOptions = true)
final class Commands {

  private static final int FAILURE = 1;

  private Commands() {}

  /**
   * Runs a command, {@code plan} where none is given, and returns the exit code.
   *
   * @param today the day that waivers of policies are held against
   */
  static int run(LocalDate today, PrintWriter out, PrintWriter err, String... args) {
    return new CommandLine(new Commands())
        .addSubcommand(new PlanCommand(today))
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler((e, line, parsed) -> tell(e, line))
        .setExitCodeExceptionMapper(e -> FAILURE)
        .setParameterExceptionHandler(
            (e, arguments) -> {
              e.getCommandLine().getErr().println(e.getMessage());
              e.getCommandLine().getErr().println("Try: plan --help");
              return FAILURE;
            })
        .execute(args.length == 0 ? new String[] {"plan"} : args);
  }

  /** A mistake of the person is a message; anything else is ours and keeps its stack trace. */
  private static int tell(Exception e, CommandLine line) throws Exception {
    // What is made beside the rest of a plan comes wrapped.
    Throwable cause = e instanceof CompletionException ? e.getCause() : e;
    if (cause instanceof UserError error) {
      line.getErr().println(error.getMessage());
      return error.exitCode();
    }
    throw e;
  }
}
