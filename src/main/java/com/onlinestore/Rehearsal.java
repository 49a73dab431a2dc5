package com.onlinestore;

import com.onlinestore.errors.UserError;
import com.onlinestore.plan.Planner;
import com.onlinestore.policy.Policies;
import com.onlinestore.policy.PolicyReport;
import com.onlinestore.review.report.Judged;
import com.pulumi.Context;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A run of the program against the recorder, so that mistakes, a mesh that would not work and a
 * broken policy are told before anything is created: wait for its outcome before the first
 * resource, or, in a preview, before the end.
 */
final class Rehearsal {

  private static final String MESH = "The mesh would not work, so nothing was created:\n  ";

  private static final String UNCHECKED =
      "Neither the mesh nor policies were checked, because the rehearsal failed: ";

  private final CompletableFuture<Outcome> outcome;

  private Rehearsal(CompletableFuture<Outcome> outcome) {
    this.outcome = outcome;
  }

  /**
   * What the rehearsal found.
   *
   * @param refusal why the program must not run, as the one message that the engine shows; empty
   *     where it may
   * @param warning why nobody knows; empty where the rehearsal was one
   */
  record Outcome(String refusal, String warning) {}

  /**
   * Begins to rehearse a run, on a thread of its own: the SDK ties a run to its thread.
   *
   * @param today the day that waivers of policies are held against
   */
  static Rehearsal begin(
      String project,
      String stack,
      Map<String, String> config,
      Set<String> secretKeys,
      Consumer<Context> program,
      LocalDate today) {
    return new Rehearsal(
        CompletableFuture.supplyAsync(
            () ->
                outcome(
                    () ->
                        StackJudge.of(
                            Planner.plan(project, stack, config, secretKeys, program),
                            config,
                            Policies.onTheClassPath(),
                            today)),
            run -> new Thread(run, "rehearsal").start()));
  }

  /** What was found, once it is. */
  Outcome outcome() {
    return outcome.join();
  }

  private static Outcome outcome(Supplier<Judged> judged) {
    try {
      return new Outcome(refusal(judged.get()), "");
    } catch (UserError mistake) {
      // The engine's own run would find it too, but some only when half of the cluster is made.
      return new Outcome(mistake.getMessage(), "");
    } catch (ServiceConfigurationError unloaded) {
      // Of a team's own rules: without them the others would be held against the plan alone.
      return new Outcome(unloaded.getMessage(), "");
    } catch (RuntimeException failure) {
      return new Outcome("", UNCHECKED + failure.getMessage());
    }
  }

  private static String refusal(Judged judged) {
    List<String> mistakes = judged.facts().mistakes();
    String mesh = mistakes.isEmpty() ? "" : MESH + String.join("\n  ", mistakes);
    return Stream.of(mesh, PolicyReport.refusal(judged.findings()))
        .filter(reason -> !reason.isEmpty())
        .collect(Collectors.joining("\n"));
  }
}
