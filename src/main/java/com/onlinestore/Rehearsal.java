package com.onlinestore;

import com.onlinestore.errors.UserError;
import com.onlinestore.plan.Plan;
import com.onlinestore.plan.Planner;
import com.onlinestore.policy.Policies;
import com.onlinestore.policy.PolicyReport;
import com.onlinestore.review.report.Judged;
import com.pulumi.Context;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A run of the program against the recorder before the engine hears of its first resource, so that
 * a mesh that would not work and a broken policy are told before anything is created. It takes
 * about a second.
 */
final class Rehearsal {

  private static final String MESH = "The mesh would not work, so nothing was created:\n  ";

  private static final String UNCHECKED =
      "Neither the mesh nor policies were checked, because the rehearsal failed: ";

  private Rehearsal() {}

  /**
   * What the rehearsal found.
   *
   * @param refusal why the program must not run, as the one message that the engine shows; empty
   *     where it may
   * @param warning why nobody knows; empty where the rehearsal was one
   */
  record Outcome(String refusal, String warning) {}

  /**
   * Rehearses a run.
   *
   * @param today the day that waivers of policies are held against
   */
  static Outcome of(
      String project,
      String stack,
      Map<String, String> config,
      Set<String> secretKeys,
      Consumer<Context> program,
      LocalDate today) {
    try {
      Plan plan = Planner.plan(project, stack, config, secretKeys, program);
      return new Outcome(
          refusal(StackJudge.of(plan, config, Policies.onTheClassPath(), today)), "");
    } catch (UserError mistake) {
      // The engine's own run fails for the same reason, and shows it to the person.
      return new Outcome("", "");
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
